import { fold } from './fold.ts';
import type { Piece } from './pieces.ts';
import type { Token } from './token.ts';

/** A character with the marks that belong to it. */
const CHARACTER = /\P{M}\p{M}*/gu;

/**
 * Single characters and pairs of a run of Chinese, Japanese, Korean or another script without spaces:
 * 退款单 gives 退, 退款, 款, 款单, 单. Whatever part of a title is typed, its characters are in the index.
 */
export function grams(piece: Piece): Token[] {
  const characters = [...piece.text.matchAll(CHARACTER)].map(({ 0: written, index }) => ({
    term: fold(written),
    start: piece.start + index,
    end: piece.start + index + written.length,
  }));
  const tokens: Token[] = [];
  characters.forEach((character, place) => {
    tokens.push({ ...character, kind: 'character' });
    const next = characters[place + 1];
    if (next !== undefined) tokens.push({ term: character.term + next.term, kind: 'pair', start: character.start, end: next.end });
  });
  return tokens.filter(({ term }) => term !== '');
}
