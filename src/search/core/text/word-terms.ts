import { compound, type Part } from './compound.ts';
import type { Language } from './language.ts';
import { memoizeByLanguage } from './memoize.ts';
import { LONGEST_TERM, type TermKind, type Token } from './token.ts';

/** Marks that belong to the word: the apostrophe of Ukrainian, the point of Catalan `l·l`. Both are also left out. */
const INSIDE = /(?<=\p{Script=Cyrillic})['`](?=\p{Script=Cyrillic})|(?<=l)·(?=l)/giu;
const APOSTROPHE = /['`]/;
const SINGLE_LETTER = /^\p{L}$/u;

/** The terms of one word or compound, with their ranges in it; memoized, since most words of a text were met before. */
export const wordTerms = memoizeByLanguage((text, language: Language): readonly Token[] => {
  // A contraction in the list of stop words ("don't") is known by its written form only.
  if (language.isStopWord(text)) return [];
  const tokens: Token[] = [];
  for (const piece of withoutElisions(text)) {
    const written = piece.text.replace(INSIDE, '');
    const split = compound(written);
    if (split === undefined) {
      pushWord(tokens, { ...piece, text: written }, piece.text === text ? 'word' : 'part', language);
      continue;
    }
    const shifted = ({ start, end }: Token | Part) => ({ start: piece.start + start, end: piece.start + end });
    if (split.joined !== undefined) pushWord(tokens, { ...piece, text: split.joined }, 'whole', language);
    tokens.push(...split.wholes.map((whole) => ({ ...whole, ...shifted(whole) })));
    for (const part of split.parts) pushWord(tokens, { text: part.text, ...shifted(part) }, 'part', language);
  }
  return tokens;
});

/** Drops the ending after an apostrophe (`customer's`) and the article before it (`l'adresse`). */
function withoutElisions(text: string): Part[] {
  const whole = { text, start: 0, end: text.length };
  if (!APOSTROPHE.test(text)) return [whole];
  if (!APOSTROPHE.test(text.replace(INSIDE, ''))) return [whole];
  let place = 0;
  const parts = text.split(APOSTROPHE).map((part) => {
    const start = place;
    place += part.length + 1;
    return { text: part, start, end: start + part.length };
  });
  const last = parts.at(-1);
  const kept = parts.length > 1 && last !== undefined && last.text.length <= 2 ? parts.slice(0, -1) : parts;
  return kept.filter((part) => part.text !== '' && !SINGLE_LETTER.test(part.text));
}

const ASCII = /^[\x00-\x7f]*$/;

/**
 * Adds a word by its stem. Stemmers of many languages read accents, and people leave accents out, so that a word
 * with accents is known by both: the stem without accents, and the stem of the word without accents.
 */
function pushWord(tokens: Token[], { text, start, end }: Part, kind: TermKind, language: Language): void {
  const plain = language.fold(text).slice(0, LONGEST_TERM);
  if (plain === '' || language.isStopWord(text)) return;
  const term = language.stem(plain);
  tokens.push({ term, kind, start, end });
  if (kind === 'whole' || ASCII.test(text)) return;
  const lower = language.lower(text).slice(0, LONGEST_TERM);
  if (lower === plain) return;
  const accented = language.fold(language.stem(lower));
  if (accented !== term && accented !== '') tokens.push({ term: accented, kind, start, end });
}
