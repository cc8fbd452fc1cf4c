import { CLOSING, SENT_WITH } from './mail-words.ts';

/** A closing, a name or a line of contact is no longer. */
const LONGEST = 60;
/** So many lines of a name and contact follow a closing at most. */
const MOST_LINES = 12;
const CLOSING_WORDS = 8;
const ASKS = /[?？؟]/;
/** A Chinese, Japanese or Korean name, alone on its line. */
const NAME = /^\s{0,3}(?:\p{sc=Han}{2,4}|\p{sc=Hangul}{2,4})\s{0,3}$/u;
const POSTSCRIPT = /^\s*p\.?\s?s\b/i;

/** The lines of a mail without its signature: what follows `-- `, names below a closing, what a program adds. */
export function withoutSignature(lines: readonly string[]): string[] {
  const delimiter = lines.findIndex((line, place) => place > 0 && /^(?:--|—|__) ?$/.test(line));
  const above = lines.slice(0, delimiter === -1 ? undefined : delimiter).filter((line) => !isSentWith(line));
  const closing = above.findIndex((line, place) => place > 0 && isClosing(line) && endsWith(above.slice(place + 1)));
  if (closing === -1) return withoutContacts(above);
  const rest = above.slice(closing + 1);
  const postscript = rest.findIndex((line) => POSTSCRIPT.test(line));
  return [...above.slice(0, closing), ...(postscript === -1 ? [] : rest.slice(postscript))];
}

/** Lines without the names and contacts at their end, where nothing closes the letter before them. */
function withoutContacts(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !isContact(line) && !NAME.test(line));
  return lines.slice(0, last + 1);
}

/** A phone number or an address, alone or behind what it is called. */
function isContact(line: string): boolean {
  if (line.length > LONGEST || ASKS.test(line)) return false;
  const rest = line.replace(/[^\s<>]{1,40}@[^\s<>]{1,40}|(?:https?:\/\/|www\.)\S{1,60}|\+?\d[\d\s()./-]{7,20}/giu, '');
  return rest !== line && (rest.match(/\p{L}/gu)?.length ?? 0) <= 12;
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
