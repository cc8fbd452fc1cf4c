import type { TrackedEvent } from '../schemas/events.ts';

const MOST = 300;

/** The parts of an event that may be sent: the words of a search only when the site's owner chose so, and without what may identify the visitor. */
export function redactEvent(event: TrackedEvent, includeQueries: boolean): TrackedEvent {
  if (event.type !== 'search') return event;
  const { query = '', ...rest } = event;
  const words = includeQueries ? redactQuery(query) : '';
  return words ? { ...rest, query: words } : rest;
}

/**
 * Removes from a question what may identify the visitor: mail addresses, web addresses with a query, and numbers of
 * six digits or more (telephone, card, order), also when written in groups. `E42` or `2024` stay.
 */
export function redactQuery(query: string): string {
  // Longer texts are no questions, and would make the patterns slow.
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
