const MOST = 300;

/**
 * Takes out of a question what may say who asks: mail addresses, web addresses with a query, and numbers of
 * six digits or more (telephone, card, order), also when written in groups. `E42` or `2024` stay.
 */
export function redact(query: string): string {
  // Longer ones are no questions, and patterns must not be given the time to be slow.
  return query
    .slice(0, 2 * MOST)
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/gu, '[address]')
    .replace(/https?:\/\/\S+/giu, '[link]')
    .replace(/[+(]?\d(?:[\s().\-/]{0,3}\d){5,}/gu, '[number]')
    .slice(0, MOST)
    // A cut through a surrogate pair would be no text.
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}
