/** Stands in the searched text for code, HTML and pictures, which the text of a link may have, and its address not. */
export const INLINE = '\u0001';
/** Stands there for links, which no other link may have in it. */
export const LINK = '\u0002';
/** How deep brackets may stand in brackets. With a bound no sign is looked at often, however many brackets are open. */
const DEEPEST = 2;

/** The bracket that closes an address, on its line; -1 where there is none. */
export function closingParenthesis(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n' || sign === INLINE || sign === LINK) return -1;
    if (sign === '\\') at += 1;
    else if (sign === '(' && ++depth > DEEPEST) return -1;
    else if (sign === ')' && depth-- === 0) return at;
  }
  return -1;
}

/** The bracket with which the text of a link begins that ends at `end`; -1 where there is none. */
export function openingBracket(text: string, end: number): number {
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const sign = text[at];
    if (sign === LINK) return -1;
    if ((sign !== '[' && sign !== ']') || isEscaped(text, at)) continue;
    if (sign === ']' && ++depth > DEEPEST) return -1;
    if (sign === '[' && depth-- === 0) return at;
  }
  return -1;
}

/** Whether the sign there is no sign of Markdown, for the backslash before it. */
export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
