import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-index.ts';
import type { SearchSite, WorkerRequest, WorkerResponse } from './worker-messages.ts';

/** A process that builds a search, seen from the one that asks for it. */
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
 * Starts a process that builds a search: pages are rendered meanwhile, and the memory that embedding and distilling take
 * is given back when it ends. It opens the models at once; a command that starts it before it reads content has
 * `takeSearchWorker` give that one.
 * @param site Undefined when its settings are wrong; nothing is opened then.
 */
export function startSearchWorker(site: SearchSite | undefined): SearchWorker {
  started = start(site);
  return started;
}

/** The worker that was started before, to one asker; otherwise one that starts now. */
export function takeSearchWorker(site: SearchSite | undefined): SearchWorker {
  const worker = started ?? start(site);
  started = undefined;
  return worker;
}

function start(site: SearchSite | undefined): SearchWorker {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), { serialization: 'advanced' });
  const built = new Promise<SearchBuild>((resolve, reject) => {
    child.once('message', (response: WorkerResponse) =>
      'built' in response ? resolve(response.built) : reject(new Error(response.message)),
    );
    child.once('error', reject);
    // After an answer this changes nothing.
    child.once('exit', (code, signal) =>
      reject(
        new Error(
          `The search could not be built: its process ended (${signal ?? `status ${code}`}). It may have run out of memory; close other programs and build again.`,
        ),
      ),
    );
  });
  // Callers of `build` get the failure; without content to build from there is none.
  built.catch(() => {});
  let requested = false;
  if (site) child.send({ site: { search: site.search, locales: site.locales } } satisfies WorkerRequest, () => {});
  return {
    build({ site, categories, synonyms }, articles) {
      if (requested) return built;
      requested = true;
      child.send(
        { center: { site, categories, synonyms }, articles: articles.map(essential) } satisfies WorkerRequest,
        () => {},
      );
      return built;
    },
    end: () => child.kill(),
  };
}

/** Without source and syntax trees, which are many times as large as what is searched. */
function essential({
  id,
  title,
  description,
  keywords,
  locale,
  category,
  slug,
  sections,
}: SearchArticle): SearchArticle {
  return { id, title, description, keywords, locale, category, slug, sections };
}
