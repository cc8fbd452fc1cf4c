import { fold } from './fold.ts';
import { grams } from './grams.ts';
import type { Language } from './language.ts';
import { compound } from './compound.ts';
import { pieces, type Piece } from './pieces.ts';
import { LONGEST_TERM } from './token.ts';
import type { TermKind, Token } from './token.ts';

/**
 * The terms of a text, in order. The same function runs over articles and over queries.
 * Stop words are left out; identifiers (`E-1042`, `4.1.1.2`, `port-is-grayed`) come whole and in parts;
 * Chinese, Japanese, Korean and other scripts without spaces come as single characters and pairs.
 */
export function tokenise(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let before: Piece | undefined;
  for (const piece of pieces(text)) {
    const adjoins = before?.unspaced === true && text.slice(before.end, piece.start).trim() === '';
    before = piece;
    if (piece.unspaced) {
      const last = adjoins ? tokens.at(-1) : undefined;
      for (const gram of grams(piece, last?.kind === 'character' ? last : undefined)) tokens.push(gram);
      continue;
    }
    const split = compound(piece);
    if (split === undefined) {
      pushWord(tokens, piece.text, piece.start, piece.end, 'word', language);
      continue;
    }
    // A contraction in the list of stop words ("don't") is known by its written form only.
    if (language.isStopWord(fold(piece.text))) continue;
    tokens.push(...split.wholes);
    for (const part of split.parts) pushWord(tokens, part.text, part.start, part.end, 'part', language);
  }
  return tokens;
}

const ASCII = /^[\x00-\x7f]*$/;

/**
 * Adds a word by its stem. Stemmers of many languages read accents, and people leave accents out, so that a word
 * with accents is known by both: the stem without accents, and the stem of the word without accents.
 */
function pushWord(tokens: Token[], written: string, start: number, end: number, kind: TermKind, language: Language): void {
  const plain = fold(written).slice(0, LONGEST_TERM);
  if (plain === '' || language.isStopWord(plain)) return;
  const term = language.stem(plain);
  tokens.push({ term, kind, start, end });
  if (ASCII.test(written)) return;
  const lower = written.normalize('NFKC').toLowerCase().slice(0, LONGEST_TERM);
  if (lower === plain) return;
  const accented = fold(language.stem(lower));
  if (accented !== term && accented !== '') tokens.push({ term: accented, kind, start, end });
}
