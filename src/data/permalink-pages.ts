import { anchors, pages, record } from 'virtual:signpost/permalinks';
import { type PermalinkPage, permalinkPages } from '../permalinks/permalink-pages.ts';
import { articlePages } from './articles.ts';

export { lookupFiles } from 'virtual:signpost/permalinks';

/** The permalinks that have a page of their own: of every id there is or ever was, but for those that the host's rules answer. */
export async function ownPermalinkPages(): Promise<PermalinkPage[]> {
  const written = (await articlePages()).filter((page) => !page.fallback);
  const own = pages && new Set(pages);
  return permalinkPages(written, record, anchors).filter(({ id }) => !own || own.has(id));
}
