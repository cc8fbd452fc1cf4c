import type { EventType, Happening } from '../../schemas/events.ts';

/** Each is announced on the document as `signpost:<type>`. */
export const eventTypes: readonly EventType[] = [
  'search', 'open', 'answered', 'not-helpful', 'contact-started', 'contact-sent', 'contact-abandoned',
];

/**
 * Announces what happened as a DOM event, for the site's own scripts and for the sender:
 * `document.addEventListener('signpost:search', ({ detail }) => …)`.
 */
export function happen(detail: Happening): void {
  document.dispatchEvent(new CustomEvent(`signpost:${detail.type}`, { detail }));
}
