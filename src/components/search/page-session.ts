import { openEngine } from '../../search/browser/engine.ts';
import { SearchSession, type SessionParts } from '../../search/browser/session.ts';
import type { IndexPlace } from './box-config.ts';

/**
 * A session over the index that belongs to this page; retried when the connection comes back.
 * @param show Called for each step of the newest query.
 */
export function pageSession(_index: IndexPlace | undefined, show: SessionParts['show']): SearchSession {
  let waiting = false;
  const session = new SearchSession({
    open: () => openEngine(),
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
