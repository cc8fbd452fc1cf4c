import { LONGEST_IN_ADDRESS, messageInFragment } from '../../agents/message-address.ts';
import type { Translate } from '../../i18n/create-translator.ts';

/**
 * Takes messages from the page's address, now and whenever another comes, and takes them out of it at once.
 * @param area The field that shows them.
 * @param said Where it is said what was wrong with the last one.
 */
export function takeFromAddress(
  hear: (text: string) => void,
  area: HTMLTextAreaElement,
  said: HTMLElement,
  t: Translate,
): void {
  const read = (): void => {
    const message = messageInFragment(location.hash);
    if (!message) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    if (message === 'unreadable') {
      said.textContent = t('agents.unreadable');
      return;
    }
    hear(message.text);
    const limit = LONGEST_IN_ADDRESS.toLocaleString(document.documentElement.lang);
    said.textContent = message.cut ? t('agents.cut', { limit }) : '';
    // In a frame somebody may be writing in the page around.
    if (parent === window) area.focus();
  };
  area.addEventListener('input', () => (said.textContent = ''));
  addEventListener('hashchange', read);
  read();
}
