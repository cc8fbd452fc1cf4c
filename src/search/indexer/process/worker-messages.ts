import type { Site } from '../../../schemas/site.ts';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-index.ts';

/** The settings of a site that decide what the worker opens. */
export type SearchSite = Pick<Site, 'search' | 'locales'>;

/** First what the site needs is prepared, then its search is built. */
export type WorkerRequest = { site: SearchSite } | { center: SearchCenter; articles: SearchArticle[] };

/** What a failed build says stands in `message`. */
export type WorkerResponse = { built: SearchBuild } | { message: string };
