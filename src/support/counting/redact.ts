const MOST = 300;

/**
 * Takes out of a question what may say who asks: mail addresses, web addresses with a query, and numbers of
 * six digits or more (telephone, card, order), also when written in groups. `E42` or `2024` stay.
 */
export function redact(query: string): string {
  return query
    .replace(/[^\s@]+@[^\s@]+\.[^\s@]+/gu, '[address]')
    .replace(/https?:\/\/\S+/giu, '[link]')
    .replace(/[+(]?\d(?:[\s().\-/]{0,3}\d){5,}/gu, '[number]')
    .slice(0, MOST)
    // A cut through a surrogate pair would be no text.
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}
