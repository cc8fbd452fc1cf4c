import type { Language } from '../text/language.ts';
import { memoizeByLanguage } from '../text/memoize.ts';
import { tokenize } from '../text/tokenize.ts';

/** A sentence repeats what stands before it if it shares more than this of what it says; of characters many are shared by chance. */
const SAID = { words: 0.55, characters: 0.65 };
/** Fewer words say too little to tell. */
const LEAST = { words: 3, characters: 6 };

/** What is said by a text: its words by their stems, or, in scripts without spaces, its characters. */
export interface Said {
  words: ReadonlySet<string>;
  characters: ReadonlySet<string>;
}

/** Sentences whose words are kept: those of the texts on show. From one key to the next mostly the same texts are shown. */
const SENTENCES = { size: 400, longest: Infinity };

export const saidBy = memoizeByLanguage((text, language: Language): Said => {
  const words = new Set<string>();
  const characters = new Set<string>();
  for (const { term, kind } of tokenize(text, language)) {
    if (kind === 'character') characters.add(term);
    else if (kind !== 'pair') words.add(term);
  }
  return { words, characters };
}, SENTENCES);

/** Whether a sentence says again, in these words or nearly, what one of the others says. */
export function repeats(one: Said, others: readonly Said[]): boolean {
  const kind = one.characters.size >= LEAST.characters ? 'characters' : 'words';
  if (one[kind].size < LEAST[kind]) return others.some((other) => isWithin(one, other));
  return others.some((other) => shareOf(one[kind], other[kind]) > SAID[kind]);
}

/** Whether everything that one says is said by the other. */
export function isWithin(one: Said, other: Said): boolean {
  if (one.words.size + one.characters.size === 0) return false;
  return shareOf(one.words, other.words) === 1 && shareOf(one.characters, other.characters) === 1;
}

/** The share of some terms that others hold; 1 for none. */
function shareOf(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of some) if (others.has(term)) shared++;
  return some.size === 0 ? 1 : shared / some.size;
}
