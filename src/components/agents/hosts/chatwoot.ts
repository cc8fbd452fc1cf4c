import { CHATWOOT_ASK, chatwootMessage, isChatwootContext } from '../../../agents/hosts/chatwoot.ts';
import type { Host } from './host.ts';
import type { ParentWindow } from './parent-window.ts';

/** Chatwoot says nothing of new messages, so it is asked (ms) while the panel is on show. */
const ASK_EVERY = 5_000;

/**
 * Chatwoot, with the page as a dashboard app: a tab beside the messages, loaded anew for each conversation. It takes
 * nothing back.
 */
export function chatwoot(around: ParentWindow): Host {
  return {
    name: 'Chatwoot',
    listen(hear) {
      around.follow(isChatwootContext, chatwootMessage, hear);
      // A tab that is not open has no width.
      const ask = (): void => {
        if (innerWidth > 0 && document.visibilityState === 'visible') around.ask(CHATWOOT_ASK);
      };
      ask();
      setInterval(ask, ASK_EVERY);
      for (const shown of ['focus', 'resize']) addEventListener(shown, ask);
    },
  };
}
