import { keysOfMistyped } from '../index/vocabulary-shard.ts';
import { LIMITS } from '../parameters.ts';
import type { WrittenWord } from '../text/written-words.ts';
import { editDistance } from './edit-distance.ts';

/** A word of the index that a mistyped one may mean. */
export interface Correction {
  word: string;
  edits: number;
}

/** Words of fewer letters are too close to too many others. */
const SHORTEST = 4;
const TWO_EDITS_FROM = 8;
const LETTERS_ONLY = /^[\p{L}\p{M}']+$/u;

/** How many edits a word may be away from the one meant; 0 for words that are not corrected: short ones, codes, numbers. */
export function maxEdits(word: string): number {
  if (word.length < SHORTEST || !LETTERS_ONLY.test(word)) return 0;
  return word.length < TWO_EDITS_FROM ? 1 : 2;
}

/**
 * The words of the index closest to one it does not know, closest first; among equals those that share
 * the longest beginning with it.
 * @param word As written, folded: an ending with a typo in it has no stem.
 * @param vocabulary Gives the words kept under a key.
 */
export async function correctSpelling(
  word: string,
  vocabulary: (key: string) => Promise<string[]>,
): Promise<Correction[]> {
  const allowed = maxEdits(word);
  if (allowed === 0) return [];
  for (const keys of keysOfMistyped(word)) {
    const words = new Set((await Promise.all(keys.map(vocabulary))).flat());
    const corrections = [...words]
      .map((meant) => ({ word: meant, edits: editDistance(word, meant, allowed) }))
      .filter(({ edits }) => edits <= allowed);
    if (corrections.length === 0) continue;
    corrections.sort(
      (one, other) =>
        one.edits - other.edits ||
        sharedPrefix(word, other.word) - sharedPrefix(word, one.word) ||
        (one.word < other.word ? -1 : 1),
    );
    const fewest = corrections[0]!.edits;
    return corrections.filter(({ edits }) => edits === fewest).slice(0, LIMITS.typoCandidates);
  }
  return [];
}

/** How many letters two words begin with alike. */
export function sharedPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** Scripts whose words are compared sign by sign: a typo there is another sign. */
const SIGNS = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
/** Shorter words of signs are other words. */
const SHORTEST_OF_SIGNS = 3;

/**
 * Whether a written word is a typo of the one that is meant.
 * @param meant Folded.
 * @param isMistyped Whether a stretch of the text is no word that the index knows: `unlock` is no typo of `lock`.
 */
export function isTypo(
  { word, start, end }: WrittenWord,
  meant: string,
  isMistyped: (start: number, end: number) => boolean,
): boolean {
  if (!SIGNS.test(word)) {
    const allowed = Math.max(1, maxEdits(word));
    return isMistyped(start, end) && LETTERS_ONLY.test(word) && editDistance(word, meant, allowed) <= allowed;
  }
  const wrong = [...meant].flatMap((sign, place) => (sign === word[place] ? [] : [place]));
  if (word.length < SHORTEST_OF_SIGNS || word.length !== meant.length || wrong.length !== 1) return false;
  const from = start + wrong[0]!;
  return isMistyped(from, from + 1);
}
