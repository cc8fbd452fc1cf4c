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
  /** Some of the articles of the build that is asked for next. */
  | { articles: SentArticle[] }
  | {
      build: SearchKind;
      /** Returns with the answer. */
      id: number;
      center: SearchCenter;
      /** Whether what is made is kept in the process for the next build, rather than read from and written to the cache. */
      incremental: boolean;
    };

/**
 * Articles or files in a message at most. Whoever sends or receives a message has the whole of it in memory beside what it is made
 * of, and a process does not get back from its own memory what the text of ten thousand articles took there.
 */
const MOST_IN_A_MESSAGE = 256;

/** A list in as many parts as there are messages. */
export function messageParts<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / MOST_IN_A_MESSAGE) }, (_, part) =>
    items.slice(part * MOST_IN_A_MESSAGE, (part + 1) * MOST_IN_A_MESSAGE),
  );
}

/** A build without its files. */
interface SentBuild extends Omit<SearchBuild, 'files'> {
  /** Names of the files that the answer before had, too, and that were sent with it or before. */
  kept: string[];
}

/** What a failed build says stands in `message`. */
export type WorkerResponse =
  /** Some of the files of the build that is answered next. */
  | { files: SearchBuild['files'] }
  | { id: number; built: SentBuild }
  | { id: number; message: string }
  | { progress: ProgressCall };
