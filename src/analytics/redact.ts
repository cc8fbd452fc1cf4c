import type { TrackedEvent } from '../schemas/events.ts';

const MOST = 300;

/** The parts of an event that may be sent: the words of a search, of a reader whom an article did not help, or of a question that an agent reports, only when the site's owner chose so, and without what may identify the visitor. */
export function redactEvent(event: TrackedEvent, includeQueries: boolean): TrackedEvent {
  if (event.type !== 'search' && event.type !== 'not-helpful' && event.type !== 'gap') return event;
  const { query = '', ...rest } = event;
  const words = includeQueries ? redactQuery(query) : '';
  return words ? { ...rest, query: words } : rest;
}

/** A digit of any script, Chinese ones too; forms such as `①` and full width are plain after normalization. */
const DIGIT = '[\\p{Nd}〇零一二三四五六七八九]';
/** What stands between groups of digits: any signs but those that part one thing from the next, as in `404, 500`. */
const BETWEEN = '(?:(?![,;:]\\s)[^\\p{L}\\p{N}]){0,3}';
const NUMBER = new RegExp(`[+(]?${DIGIT}(?:${BETWEEN}${DIGIT}){5,}[\\p{M}\\p{Cf}]*`, 'gu');
/** With a scheme; without one, a host and what follows it; a path with a query. The bare name of a site says only which is meant. */
const LINK =
  /[\p{L}\p{N}+.-]+:\/\/\S+|(?<![^\s\p{P}])www\.\S+|(?:[\p{L}\p{N}_-]+[.。])+\p{L}{2,}(?::\p{Nd}+)?[/?#]\S*|\S*[?&][\p{L}\p{N}_.[\]-]+=\S*/giu;
/** Whatever is written around an `@`, names such as `@ann` included, and around an `(at)`. */
const ADDRESS = /[^\s@]+\s{1,2}@\s{1,2}[^\s@]+|(?:[^\s@]*@)+[^\s@]*|\S+\s?[([{]\s?at\s?[)\]}]\s?\S+/giu;

/**
 * Removes from a question what may identify the visitor: mail addresses, web addresses with a path or a query, and numbers
 * of six digits or more (telephone, card, order), in the digits of any script and also when written in groups. `E42` or
 * `2024` stay.
 */
export function redactQuery(query: string): string {
  // Longer texts are no questions, and would make the patterns slow; to normalize may make a text longer.
  return (
    query
      .slice(0, 2 * MOST)
      .normalize('NFKC')
      .slice(0, 2 * MOST)
      .replace(LINK, '[link]')
      .replace(ADDRESS, '[address]')
      .replace(NUMBER, '[number]')
      .slice(0, MOST)
      // A cut through a surrogate pair would be no text.
      .replace(/[\uD800-\uDBFF]$/u, '')
      .trim()
  );
}
