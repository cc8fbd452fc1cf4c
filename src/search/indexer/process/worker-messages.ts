import type { Site } from '../../../schemas/site.ts';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-index.ts';

/** What of a site's settings the worker prepares for. */
export type SearchSite = Pick<Site, 'search' | 'locales'>;

/** First what the site needs is prepared, then its search is built. */
export type WorkerRequest = { site: SearchSite } | { center: SearchCenter; articles: SearchArticle[] };

/** What a failed build says stands in `message`. */
export type WorkerResponse = { built: SearchBuild } | { message: string };
