/**
 * A text as its author meant it where the format has no reading: without a comment at its end, without quotes around
 * all of it, and without a quote at its start that never closes. `"Wi-Fi" does not work` keeps its quotes.
 */
export function looseText(written: string): string {
  const text = written
    .replace(/\s#\s.*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") return text;
  const inner = text.slice(1);
  if (!inner.includes(quote)) return inner.trim();
  if (!text.endsWith(quote) || text.length < 2) return text;
  const within = inner.slice(0, -1);
  const next = within.indexOf(quote);
  const closes = next > 0 && /\S/.test(within.charAt(next - 1)) && /^(\s|$)/.test(within.slice(next + 1));
  return closes ? text : within.replaceAll(`\\${quote}`, quote).trim();
}

/** The entries of `["/a", "/b" "/c"]`, of which a comma or the closing bracket is missing. */
export function looseList(written: string): string[] {
  const inner = written.replace(/^\[/, '').replace(/\]\s*(#.*)?$/, '');
  return [...inner.matchAll(/"([^"]*)"|'([^']*)'|([^,"']+)/g)]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? '').trim())
    .filter(Boolean);
}
