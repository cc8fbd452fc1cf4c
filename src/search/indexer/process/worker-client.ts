import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Site } from '../../../schemas/site.ts';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-index.ts';

/** First what the site needs is prepared, then its search is built. */
export type ToSearchProcess = { site: Pick<Site, 'search' | 'locales'> } | { center: SearchCenter; articles: SearchArticle[] };

/** What a failed build says stands in `message`. */
export type FromSearchProcess = { built: SearchBuild } | { message: string };

export interface SearchApart {
  /**
   * Builds the search as `buildSearch` does; once: whoever asks again gets the search that is being built.
   * @throws Error (by rejection) with the message that `buildSearch` failed with.
   */
  build(center: SearchCenter, articles: readonly SearchArticle[]): Promise<SearchBuild>;
  /** Ends the process when no search is wanted any more. */
  end(): void;
}

let ahead: SearchApart | undefined;

/**
 * Starts a process that builds a search: pages are rendered meanwhile, and the memory that embedding and distilling take
 * is given back when it ends. It opens the models at once; a command that begins it before it reads content has
 * `searchApart` give that one.
 * @param site Undefined when its settings are wrong; nothing is opened then.
 */
export function beginSearchApart(site: Pick<Site, 'search' | 'locales'> | undefined): SearchApart {
  ahead = start(site);
  return ahead;
}

/** The process that was begun before, to one asker; otherwise one that begins now. */
export function searchApart(site: Pick<Site, 'search' | 'locales'> | undefined): SearchApart {
  const begun = ahead ?? start(site);
  ahead = undefined;
  return begun;
}

function start(site: Pick<Site, 'search' | 'locales'> | undefined): SearchApart {
  const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), { serialization: 'advanced' });
  const answered = new Promise<SearchBuild>((resolve, reject) => {
    child.once('message', (answer: FromSearchProcess) => ('built' in answer ? resolve(answer.built) : reject(new Error(answer.message))));
    child.once('error', reject);
    // After an answer this changes nothing.
    child.once('exit', (code, signal) => reject(new Error(`The search could not be built: its process ended (${signal ?? `status ${code}`}). It may have run out of memory; close other programs and build again.`)));
  });
  // Heard by whoever asks for the search; without content to build from nobody does.
  answered.catch(() => {});
  let asked = false;
  if (site) child.send({ site: { search: site.search, locales: site.locales } } satisfies ToSearchProcess, () => {});
  return {
    build({ site, categories, synonyms }, articles) {
      if (asked) return answered;
      asked = true;
      child.send({ center: { site, categories, synonyms }, articles: articles.map(essential) } satisfies ToSearchProcess, () => {});
      return answered;
    },
    end: () => child.kill(),
  };
}

/** Without source and syntax trees, which are many times as large as what is searched. */
function essential({ id, title, description, keywords, locale, category, slug, sections }: SearchArticle): SearchArticle {
  return { id, title, description, keywords, locale, category, slug, sections };
}
