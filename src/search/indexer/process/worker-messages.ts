import type { Site } from '../../../schemas/site.ts';
import type { ProgressCall } from '../../../terminal/progress.ts';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-index.ts';

/** The settings of a site that decide what the worker opens. */
export type SearchSite = Pick<Site, 'search' | 'locales' | 'defaultLocale'>;

/** Whether a search is built by words alone, which takes a moment, or by meaning as well. */
export type SearchKind = 'words' | 'meaning';

/** An article under the number that it has from then on; one that the worker knows is named by its number alone. */
export type SentArticle = number | { number: number; article: SearchArticle };

export type WorkerRequest =
  | { prepare: SearchSite }
  | {
      build: SearchKind;
      /** Returns with the answer. */
      id: number;
      center: SearchCenter;
      articles: SentArticle[];
      /** Whether what is made is kept in the process for the next build, rather than read from and written to the cache. */
      incremental: boolean;
    };

/** A build without the files that the answer before had under the same name. */
export interface SentBuild extends SearchBuild {
  /** Names of the files that were sent before. */
  kept: string[];
}

/** What a failed build says stands in `message`. */
export type WorkerResponse =
  | { id: number; built: SentBuild }
  | { id: number; message: string }
  | { progress: ProgressCall };
