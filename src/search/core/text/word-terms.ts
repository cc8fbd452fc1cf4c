import { compound } from './compound.ts';
import { fold } from './fold.ts';
import type { Language } from './language.ts';
import { memoizeByLanguage } from './memoize.ts';
import { LONGEST_TERM, type TermKind, type Token } from './token.ts';

/** The terms of one word or compound, with their ranges in it; memoized, since most words of a text were met before. */
export const wordTerms = memoizeByLanguage((text, language: Language): readonly Token[] => {
  const tokens: Token[] = [];
  const split = compound({ text, start: 0, end: text.length, unspaced: false });
  if (split === undefined) pushWord(tokens, text, 0, text.length, 'word', language);
  // A contraction in the list of stop words ("don't") is known by its written form only.
  else if (!language.isStopWord(fold(text))) {
    tokens.push(...split.wholes);
    for (const part of split.parts) pushWord(tokens, part.text, part.start, part.end, 'part', language);
  }
  return tokens;
});

const ASCII = /^[\x00-\x7f]*$/;

/**
 * Adds a word by its stem. Stemmers of many languages read accents, and people leave accents out, so that a word
 * with accents is known by both: the stem without accents, and the stem of the word without accents.
 */
function pushWord(
  tokens: Token[],
  written: string,
  start: number,
  end: number,
  kind: TermKind,
  language: Language,
): void {
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
