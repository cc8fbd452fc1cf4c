import { happen } from './track.ts';
import { watchReading } from './watch-reading.ts';

/** What happens to a page of ways to reach a person: opened, used or left. */
export function watchContact(): void {
  let reached = false;
  document.addEventListener('signpost:contact-sent', () => {
    reached = true;
  });
  document.addEventListener('click', ({ target }) => {
    const channel = target instanceof Element ? target.closest<HTMLElement>('a[data-channel]')?.dataset['channel'] : undefined;
    if (channel === 'email' || channel === 'phone' || channel === 'link') happen({ type: 'contact-sent', channel });
  }, { capture: true });

  if (!document.querySelector('[data-contact-page]')) return;
  happen({ type: 'contact-started' });
  const longestRead = watchReading();
  addEventListener('pagehide', () => {
    if (!reached) happen({ type: 'contact-abandoned', ...longestRead() });
    reached = true;
  });
}
