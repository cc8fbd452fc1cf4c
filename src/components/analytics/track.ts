import type { EventType, TrackedEvent } from '../../schemas/events.ts';

/** Each is announced on the document as `signpost:<type>`. */
export const eventTypes: readonly EventType[] = [
  'search',
  'open',
  'answered',
  'not-helpful',
  'contact-started',
  'contact-sent',
  'contact-abandoned',
  'gap',
  'outdated',
];

/**
 * Announces an event as a DOM event, for the site's own scripts and for the analytics of the page:
 * `document.addEventListener('signpost:search', ({ detail }) => …)`.
 */
export function track(detail: TrackedEvent): void {
  document.dispatchEvent(new CustomEvent(`signpost:${detail.type}`, { detail }));
}
