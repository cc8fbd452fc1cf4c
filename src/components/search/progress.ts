import type { Update } from '../../search/browser/engine-types.ts';

/** A pause in typing after which the newest state is read out (ms); shorter ones would interrupt the echo of keys. */
const DEBOUNCE = 500;

/** Tells screen readers, through a polite live region, what a search found. */
export function announcer(region: HTMLElement): (message: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    clearTimeout(timer);
    // Nothing to announce and nothing announced: no timer for each key.
    if (message === '' && region.textContent === '') return;
    timer = setTimeout(() => {
      region.textContent = message;
    }, DEBOUNCE);
  };
}

/**
 * Writes onto an element which query it shows and how far that has come: `data-query`, `data-state`,
 * `data-tier` and `data-verdict`. Styles may use them; tests and measurements wait for them. What is on its way still
 * changes with each key; the event `signpost:progress` tells analytics of the rest.
 */
export function markProgress(element: HTMLElement, { query, state, outcome }: Update): void {
  element.dataset.query = query;
  element.dataset.state = state;
  element.dataset.tier = outcome?.tier ?? '';
  element.dataset.verdict = outcome?.verdict ?? '';
  if (state === 'searching') return;
  element.dispatchEvent(
    new CustomEvent('signpost:progress', { bubbles: true, detail: { query, state, outcome } satisfies Update }),
  );
}
