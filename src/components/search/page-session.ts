import type { SearchEngine } from '../../search/browser/engine-types.ts';
import { type IndexLocation, openSearchEngine } from '../../search/browser/search-engine.ts';
import { SearchSession, type SessionParts } from '../../search/browser/session.ts';

/** The indexes that a page searches. */
export interface PageIndexes {
  index: IndexLocation | undefined;
  /** Those of the site's other languages; none where they are not to be asked. */
  others?: readonly IndexLocation[];
  /** The locale that has every article; needed with `others`. */
  defaultLocale?: string;
}

/**
 * A session over the index that belongs to this page, and over those of other languages for questions in these; retried
 * when the connection comes back.
 * @param passageLength How many characters of a passage are shown at most.
 * @param show Called for each step of the newest question.
 */
export function pageSession(indexes: PageIndexes, passageLength: number, show: SessionParts['show']): SearchSession {
  let waiting = false;
  const session = new SearchSession({
    open: (renew) => openPageSearch(indexes, renew, passageLength),
    show: (update) => {
      waiting = update.state === 'offline';
      show(update);
    },
  });
  addEventListener('online', () => {
    if (waiting) session.retry();
  });
  return session;
}

/** A site in one language fetches no code for others. */
async function openPageSearch(
  { index, others = [], defaultLocale = '' }: PageIndexes,
  renew: boolean,
  passageLength: number,
): Promise<SearchEngine> {
  if (!index || others.length === 0) return openSearchEngine(index, renew, passageLength);
  const { openSiteSearch } = await import('../../search/browser/site-search.ts');
  return openSiteSearch({ own: index, others, defaultLocale }, renew, passageLength);
}
