import type { Update } from '../../search/browser/session.ts';
import { SearchWatch } from '../../analytics/search-tracker.ts';
import { happen } from './track.ts';
import { readNote, writeNote } from './session-store.ts';

const watch = new SearchWatch((search) => {
  writeNote('asked', search.query);
  happen(search);
}, readNote('asked'));

document.addEventListener('signpost:progress', (event) => {
  const { state, outcome } = (event as CustomEvent<Update>).detail;
  if (state === 'settled') watch.shown(outcome, Date.now());
});

// In capture, so that it is counted before the page is left; the keyboard's Enter arrives as a click too.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element ? target.closest('a') : null;
  const item = link?.closest<HTMLElement>('[data-article]');
  if (link?.classList.contains('search-option-all')) watch.handedOn();
  if (!link || !item) return;
  const list = item.closest('[data-search-page], [role="listbox"]');
  if (!list) return;
  const shown = [...list.querySelectorAll('[data-article]')];
  watch.opened(item.dataset['article'] ?? '', shown.indexOf(item) + 1);
  writeNote('from', 'search');
}, { capture: true });

document.addEventListener('submit', ({ target }) => {
  if (target instanceof HTMLFormElement && target.matches('[data-search-box]')) watch.handedOn();
});

addEventListener('pagehide', () => watch.end(Date.now()));
