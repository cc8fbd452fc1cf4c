/** A longer quotation is named by its first and its last words, so that its address stays short (letters). */
const WHOLE = 60;
/** So many words name its beginning and its end; where words have no spaces between them, so many letters. */
const WORDS = 4;
const LETTERS = 10;

/** What stands before a step or a bullet, and is no text of the page. */
const LIST_SIGN = /^(?:\d{1,3}\. |• )/gm;

/**
 * The directive that makes a browser mark words on a page, without the `#`: `:~:text=Refunds%20take`, or first and last words
 * of a longer quotation, which may go over several paragraphs, `:~:text=Refunds%20take,working%20days`. '' for no words.
 *
 * By https://wicg.github.io/scroll-to-text-fragment/: `-`, `,` and `&` part directives and their terms, so they are encoded, and so is what programs that
 * make links of addresses take for their end.
 */
export function textFragment(quotation: string): string {
  // Punctuation at the ends makes no difference to what is marked, but to whether it is found.
  const text = quotation.replace(LIST_SIGN, '').replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  if (text === '') return '';
  if (text.length <= WHOLE && !text.includes('\n')) return `:~:text=${encode(text)}`;
  const words = text.split(/\s+/u);
  const [first, last] =
    words.length >= 2 * WORDS
      ? [words.slice(0, WORDS).join(' '), words.slice(-WORDS).join(' ')]
      : [lettersOf(text).slice(0, LETTERS).join(''), lettersOf(text).slice(-LETTERS).join('')];
  return `:~:text=${encode(first)},${encode(last)}`;
}

function lettersOf(text: string): string[] {
  return [...text.replace(/\s+/gu, ' ')];
}

function encode(text: string): string {
  return encodeURIComponent(text.trim()).replace(
    /[-!'()*.~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
