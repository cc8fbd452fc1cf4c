import { CLOSING, SENT_WITH } from './mail-words.ts';

/** A closing, a name or a line of contact is no longer. */
const LONGEST = 60;
/** So many lines of a name and contact follow a closing at most. */
const MOST_LINES = 12;
const CLOSING_WORDS = 8;
const ASKS = /[?？؟]/;
const POSTSCRIPT = /^\s*p\.?\s?s\b/i;

/** The lines of a mail without its signature: what follows `-- `, names below a closing, what a program adds. */
export function withoutSignature(lines: readonly string[]): string[] {
  const delimiter = lines.findIndex((line, place) => place > 0 && /^(?:--|—|__) ?$/.test(line));
  const above = lines.slice(0, delimiter === -1 ? undefined : delimiter).filter((line) => !isSentWith(line));
  const closing = above.findIndex((line, place) => place > 0 && isClosing(line) && endsWith(above.slice(place + 1)));
  if (closing === -1) return above;
  const rest = above.slice(closing + 1);
  const postscript = rest.findIndex((line) => POSTSCRIPT.test(line));
  return [...above.slice(0, closing), ...(postscript === -1 ? [] : rest.slice(postscript))];
}

function isSentWith(line: string): boolean {
  return line.length <= LONGEST * 2 && !ASKS.test(line) && SENT_WITH.test(line.trim());
}

function isClosing(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST && !ASKS.test(text) && text.split(/\s+/).length <= CLOSING_WORDS && CLOSING.test(text);
}

/** Whether nothing follows but names and contacts, and a postscript. */
function endsWith(lines: readonly string[]): boolean {
  const postscript = lines.findIndex((line) => POSTSCRIPT.test(line));
  const written = lines.slice(0, postscript === -1 ? undefined : postscript).filter((line) => line.trim() !== '');
  return written.length <= MOST_LINES && written.every((line) => line.length <= LONGEST * 1.5 && !ASKS.test(line));
}
