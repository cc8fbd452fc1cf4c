import { helpScoutMessage, helpScoutRequest, isHelpScoutContext } from '../../../agents/hosts/help-scout.ts';
import type { Host } from './host.ts';
import type { ParentWindow } from './parent-window.ts';

/** Heights (px) that the panel asks for: below it shows no answer, above it does not end on the screen, where it speaks. */
const LOWEST = 400;
const HIGHEST = 640;

/** Help Scout, with the page as an app of its sidebar. It takes nothing back. */
export function helpScout(around: ParentWindow): Host {
  return {
    name: 'Help Scout',
    listen(hear) {
      around.follow(isHelpScoutContext, helpScoutMessage, hear);
      around.ask(helpScoutRequest('GET_APP_CONTEXT', window.name));
      new ResizeObserver(([entry]) => {
        const height = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(entry?.contentRect.height ?? 0)));
        around.ask(helpScoutRequest('SET_APP_HEIGHT', window.name, height));
      }).observe(document.body);
    },
  };
}
