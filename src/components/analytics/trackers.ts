import { SearchTracker } from '../../analytics/search-tracker.ts';
import type { Update } from '../../search/browser/engine-types.ts';
import type { HelpfulDetail } from '../article/helpful.ts';
import { measureReading } from './reading-time.ts';
import { readSession, writeSession } from './session.ts';
import { track } from './track.ts';

/** Tracks searches, in the box and on the page of results. */
export function trackSearches(): void {
  const tracker = new SearchTracker((search) => {
    writeSession('asked', search.query);
    track(search);
  }, readSession('asked'));

  document.addEventListener('signpost:progress', (event) => {
    const { state, outcome } = (event as CustomEvent<Update>).detail;
    if (state === 'settled') tracker.shown(outcome, Date.now());
  });

  // In capture, so that it is tracked before the page is left; the keyboard's Enter arrives as a click too.
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? target.closest('a') : null;
      const item = link?.closest<HTMLElement>('[data-article]');
      if (link?.classList.contains('search-option-all')) tracker.handedOn();
      if (!link || !item) return;
      const list = item.closest('[data-search-page], [role="listbox"]');
      if (!list) return;
      const shown = [...list.querySelectorAll('[data-article]')];
      tracker.opened(item.dataset.article ?? '', shown.indexOf(item) + 1);
      writeSession('from', 'search');
    },
    { capture: true },
  );

  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.matches('[data-search-box]')) tracker.handedOn();
  });

  addEventListener('pagehide', () => tracker.end(Date.now()));
}

/** Tracks that an article is shown, where its reader came from, and whether it helped. */
export function trackArticle(): void {
  const article = document.querySelector<HTMLElement>('[data-helpful]')?.dataset.helpful;
  const noted = readSession('from');
  writeSession('from', undefined);
  document.addEventListener('signpost:helpful', (event) => {
    const { article: judged, answer, reason, words } = (event as CustomEvent<HelpfulDetail>).detail;
    if (answer === 'yes') track({ type: 'answered', article: judged, via: 'helpful' });
    else
      track({
        type: 'not-helpful',
        article: judged,
        reason: (reason as 'unclear' | undefined) ?? null,
        ...(words !== undefined && { query: words }),
      });
  });
  if (!article) return;
  const from =
    noted === 'search' || noted === 'suggestion'
      ? noted
      : document.referrer.startsWith(`${location.origin}/`)
        ? 'link'
        : 'outside';
  track({ type: 'open', article, from });
}

/** Tracks the ways to reach a person: opened, used or left. */
export function trackContact(): void {
  let reached = false;
  document.addEventListener('signpost:contact-sent', () => {
    reached = true;
  });
  document.addEventListener(
    'click',
    ({ target }) => {
      const channel =
        target instanceof Element ? target.closest<HTMLElement>('a[data-channel]')?.dataset.channel : undefined;
      if (channel === 'email' || channel === 'phone' || channel === 'link') track({ type: 'contact-sent', channel });
    },
    { capture: true },
  );

  if (!document.querySelector('[data-contact-page]')) return;
  track({ type: 'contact-started' });
  const longestRead = measureReading();
  addEventListener('pagehide', () => {
    if (!reached) track({ type: 'contact-abandoned', ...longestRead() });
    reached = true;
  });
}
