import { basicTokens } from './basic-tokens.ts';

/**
 * How a model cuts words into pieces: `wordpiece` marks what continues a word (`##ing`), `unigram`, as in SentencePiece,
 * what begins one (`▁cancel`).
 */
export type PieceForm = 'wordpiece' | 'unigram';

/** What stands before a piece that continues a word. */
const CONTINUATION = '##';
/** What stands before a piece that begins a word. */
const BEGINNING = '▁';

/** Scripts that put no spaces between words: there it says nothing whether a space stands before a piece. */
export const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const CONTROL = /[\p{Cc}\p{Cf}\ufffd]/gu;

/**
 * The words of a text as their pieces are cut from them. Capitals make no difference to the student, whatever they mean
 * to the model.
 */
export function wordsOf(text: string, form: PieceForm): string[] {
  if (form === 'wordpiece') return basicTokens(text);
  return text
    .replace(CONTROL, (character) => (/\s/u.test(character) ? ' ' : ''))
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .map(marked);
}

/** A piece of the model as the student knows it: `▁Passwort` is `▁passwort`, `▁退款` is `退款`. */
export function studentPiece(piece: string, form: PieceForm): string {
  if (form === 'wordpiece') return piece;
  const plain = piece.normalize('NFKC').toLowerCase();
  return plain.startsWith(BEGINNING) ? marked(plain.slice(BEGINNING.length)) : plain;
}

function marked(word: string): string {
  return UNSPACED.test(word) ? word : BEGINNING + word;
}

/** The text that a piece stands for; a continuation is none, and its letters alone are the nearest to it. */
export function textOfPiece(piece: string, form: PieceForm): string {
  return form === 'wordpiece' ? piece.replace(/^##(?=.)/, '') : piece.replace(/^▁(?=.)/, '');
}

/** Whether so much is left of a word that a piece can begin there. */
export function isLeft(rest: string, form: PieceForm): boolean {
  return rest !== '' && (form === 'unigram' || rest !== CONTINUATION);
}

/** Length of the longest piece that the rest of a word begins with; 0 when it begins with none. */
export function longestPiece(rest: string, has: (piece: string) => boolean, form: PieceForm): number {
  const least = form === 'wordpiece' && rest.startsWith(CONTINUATION) ? CONTINUATION.length + 1 : 1;
  for (let length = Math.min(rest.length, LONGEST_PIECE); length >= least; length--) {
    if (has(rest.slice(0, length))) return length;
  }
  return 0;
}

/** Letters of a piece at most; a sentence without spaces is longer. */
const LONGEST_PIECE = 48;

/** What of a word is left after a piece. */
export function restAfter(rest: string, length: number, form: PieceForm): string {
  return (form === 'wordpiece' ? CONTINUATION : '') + rest.slice(length);
}

/** What of a word is left after a character that no piece begins with; undefined where the word then has no pieces at all, as in BERT's tokenizer. */
export function restAfterUnknown(rest: string, form: PieceForm): string | undefined {
  return form === 'wordpiece' ? undefined : rest.slice(String.fromCodePoint(rest.codePointAt(0)!).length);
}

/** The pieces of a text by a vocabulary that is at hand: the longest first, from the left. */
export function piecesOf(text: string, has: (piece: string) => boolean, form: PieceForm): string[] {
  return wordsOf(text, form).flatMap((word) => piecesOfWord(word, has, form));
}

/** The pieces of one of `wordsOf`. */
export function piecesOfWord(word: string, has: (piece: string) => boolean, form: PieceForm): string[] {
  const pieces: string[] = [];
  let rest: string | undefined = word;
  while (rest !== undefined && isLeft(rest, form)) {
    const length = longestPiece(rest, has, form);
    if (length > 0) pieces.push(rest.slice(0, length));
    rest = length > 0 ? restAfter(rest, length, form) : restAfterUnknown(rest, form);
  }
  return rest === undefined ? [] : pieces;
}
