import { type IndexLocation, openSearchEngine } from '../../search/browser/search-engine.ts';
import { SearchSession, type SessionParts } from '../../search/browser/session.ts';

/**
 * A session over the index that belongs to this page; retried when the connection comes back.
 * @param passageLength How many characters of a passage are shown at most.
 * @param show Called for each step of the newest question.
 */
export function pageSession(
  index: IndexLocation | undefined,
  passageLength: number,
  show: SessionParts['show'],
): SearchSession {
  let waiting = false;
  const session = new SearchSession({
    open: (renew) => openSearchEngine(index, renew, passageLength),
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
