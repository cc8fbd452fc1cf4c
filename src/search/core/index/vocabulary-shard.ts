import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { readSortedStrings } from '../format/front-coding.ts';

/**
 * Keys under which a word is kept: its first letter and, after a space, its second one. A word with one typo
 * shares a key with the word meant wherever the typo is: `rfeund` shares `r`, `xefund` shares ` e`.
 */
export function keysOfWord(word: string): string[] {
  const [first = '', second = ''] = word;
  return [first, ` ${second}`];
}

/** Letters of a compound at least, and of what it ends in. */
const COMPOUND = 7;
const ENDING = 3;

/** Key under which the compounds that end like this stem are kept; undefined for one that is too short to be the end of any. */
export function endingKey(stem: string): string | undefined {
  return stem.length > ENDING ? `-${stem.slice(-ENDING)}` : undefined;
}

/** Key under which a word is kept for what it ends in; undefined for one too short to be a compound. */
export function keyOfCompound(stem: string): string | undefined {
  return stem.length >= COMPOUND ? endingKey(stem) : undefined;
}

/**
 * Keys under which the word meant by a mistyped one may be kept, in rounds: the likely ones, and those
 * of a typo in the first letter, which is rare.
 */
export function keysOfMistyped(word: string): string[][] {
  const [first = '', second = ''] = word;
  return [[...new Set([first, second])], [` ${second}`, ` ${first}`]];
}

/**
 * Keys of the parts of a key with very many words: by their length, so that those that a mistyped word may mean are in two or
 * three parts; and of ends of compounds by one more letter.
 * @param edits How far the word meant may be away from the typed one.
 */
export function partsOfKey(key: string, word: string, edits: number): string[] {
  const [from, to] = [partOf(Math.max(1, word.length - edits)), partOf(word.length + edits)];
  return Array.from({ length: to - from + 1 }, (_, place) => `${key}${from + place}`);
}

/** Key of the part of a key that a word is in. */
export function partOfKey(key: string, word: string): string {
  return key.startsWith('-') ? longEndingKey(word) : `${key}${partOf(word.length)}`;
}

/** Key of the compounds that end like this stem, where `endingKey` has too many. */
export function longEndingKey(stem: string): string {
  return `-${stem.slice(-ENDING - 1)}`;
}

function partOf(length: number): number {
  return length >> 1;
}

/** @throws IndexError */
export function readVocabularyShard(file: Uint8Array, name: string): string[] {
  const reader = new ByteReader(unseal('vocabulary', file, name), name);
  const terms = readSortedStrings(reader);
  reader.end();
  return terms;
}
