import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SearchArticle, SearchBuild, SearchCenter } from './build-search.ts';

export interface ToSearchProcess {
  center: SearchCenter;
  articles: SearchArticle[];
}

/** What a failed build says stands in `message`. */
export type FromSearchProcess = { built: SearchBuild } | { message: string };

/**
 * Builds the search as `buildSearch` does, in a process of its own: pages are rendered meanwhile, and the memory that
 * embedding and distilling take is given back when it ends.
 * @throws Error (by rejection) with the message that `buildSearch` failed with.
 */
export function buildSearchApart({ site, categories, synonyms }: SearchCenter, articles: readonly SearchArticle[]): Promise<SearchBuild> {
  const child = fork(fileURLToPath(new URL('./search-process.ts', import.meta.url)), { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    child.once('message', (answer: FromSearchProcess) => ('built' in answer ? resolve(answer.built) : reject(new Error(answer.message))));
    child.once('error', reject);
    // After an answer this changes nothing.
    child.once('exit', (code, signal) => reject(new Error(`The search could not be built: its process ended (${signal ?? `status ${code}`}). It may have run out of memory; close other programs and build again.`)));
    const input: ToSearchProcess = { center: { site, categories, synonyms }, articles: articles.map(essential) };
    child.send(input, (error) => error && reject(error));
  });
}

/** Without source and syntax trees, which are many times as large as what is searched. */
function essential({ id, title, description, keywords, locale, category, slug, sections }: SearchArticle): SearchArticle {
  return { id, title, description, keywords, locale, category, slug, sections };
}
