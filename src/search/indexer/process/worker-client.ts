import { type ProgressSink, terminalProgress } from '../../../terminal/progress.ts';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-index.ts';
import { SearchProcess } from './search-process.ts';
import type { SearchSite } from './worker-messages.ts';

/** A process that builds one search, seen from the one that asks for it. */
export interface SearchWorker {
  /**
   * Builds the search as `buildSearch` does; once: whoever asks again gets the search that is being built.
   * @throws Error (by rejection) with the message that `buildSearch` failed with.
   */
  build(center: SearchCenter, articles: readonly SearchArticle[]): Promise<SearchBuild>;
  /** Ends the process when no search is wanted any more. */
  end(): void;
}

let started: SearchWorker | undefined;

/**
 * Starts a process that builds a search. It opens the models at once; a command that starts it before it reads content
 * has `takeSearchWorker` give that one.
 * @param site Undefined when its settings are wrong; nothing is opened then.
 */
export function startSearchWorker(site: SearchSite | undefined, progress: ProgressSink): SearchWorker {
  started = start(site, progress);
  return started;
}

/** The worker that was started before, to one asker; otherwise one that starts now. */
export function takeSearchWorker(site: SearchSite | undefined): SearchWorker {
  const worker = started ?? start(site, terminalProgress());
  started = undefined;
  return worker;
}

function start(site: SearchSite | undefined, progress: ProgressSink): SearchWorker {
  const search = new SearchProcess({ progress });
  if (site) search.prepare(site);
  let built: Promise<SearchBuild> | undefined;
  return {
    build(center, articles) {
      if (!built) {
        built = search.build('meaning', center, articles);
        // Callers get the failure from the promise itself.
        built.catch(() => {}).finally(() => search.end());
      }
      return built;
    },
    end: () => search.end(),
  };
}
