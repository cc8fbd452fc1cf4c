import type { TrackedEvent } from '../schemas/events.ts';

const MOST = 300;

/** What of an event may be sent: the words of a search only when the site's owner chose so, and without what may say who asks. */
export function redactEvent(event: TrackedEvent, includeQueries: boolean): TrackedEvent {
  if (event.type !== 'search') return event;
  const { query = '', ...rest } = event;
  const words = includeQueries ? redactQuery(query) : '';
  return words ? { ...rest, query: words } : rest;
}

/**
 * Takes out of a question what may say who asks: mail addresses, web addresses with a query, and numbers of
 * six digits or more (telephone, card, order), also when written in groups. `E42` or `2024` stay.
 */
export function redactQuery(query: string): string {
  // Longer ones are no questions, and patterns must not be given the time to be slow.
  return (
    query
      .slice(0, 2 * MOST)
      .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/gu, '[address]')
      .replace(/https?:\/\/\S+/giu, '[link]')
      .replace(/[+(]?\d(?:[\s().\-/]{0,3}\d){5,}/gu, '[number]')
      .slice(0, MOST)
      // A cut through a surrogate pair would be no text.
      .replace(/[\uD800-\uDBFF]$/u, '')
      .trim()
  );
}
