import { keyOfCompound, keysOfWord, partOfKey } from '../../core/index/vocabulary-shard.ts';
import type { Language } from '../../core/text/language.ts';
import { sharedLength } from './format/front-coding.ts';

/**
 * Cuts a sorted list into shards of about `target` of size each, and names the beginning of each range
 * with as few letters as tell it from the shard before.
 */
export function cutByKey<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  sizeOf: (entry: Entry) => number,
  target: number,
): { firstKeys: string[]; shards: Entry[][] } {
  const shards: Entry[][] = [[]];
  const firstKeys = [''];
  let size = 0;
  let before = '';
  for (const entry of entries) {
    const key = keyOf(entry);
    if (size > 0 && size + sizeOf(entry) > target) {
      shards.push([]);
      firstKeys.push(shortestAbove(before, key));
      size = 0;
    }
    shards.at(-1)!.push(entry);
    size += sizeOf(entry);
    before = key;
  }
  return { firstKeys, shards };
}

/** The shortest beginning of `key` that sorts after `before`. */
function shortestAbove(before: string, key: string): string {
  const length = sharedLength(before, key) + 1;
  // A surrogate pair stays whole.
  const whole = (key.charCodeAt(length - 1) & 0xfc00) === 0xd800 ? length + 1 : length;
  return key.slice(0, whole);
}

/**
 * The words under each of the keys by which mistyped words and the ends of compounds find them; keys sorted.
 * @param most Letters under a key at most: one with more is parted.
 */
export function vocabularyByKey(
  words: readonly string[],
  { compounds, stem }: Language,
  most: number,
): [string, string[]][] {
  const byKey = new Map<string, string[]>();
  for (const word of words) {
    const ending = compounds ? keyOfCompound(stem(word)) : undefined;
    for (const key of ending === undefined ? keysOfWord(word) : [...keysOfWord(word), ending]) {
      const among = byKey.get(key);
      if (among === undefined) byKey.set(key, [word]);
      else among.push(word);
    }
  }
  const parted = [...byKey].flatMap(([key, its]): [string, string[]][] =>
    its.reduce((sum, word) => sum + word.length, 0) <= most
      ? [[key, its]]
      : [...Map.groupBy(its, (word) => partOfKey(key, key.startsWith('-') ? stem(word) : word))],
  );
  return parted.sort(([one], [other]) => (one < other ? -1 : 1));
}
