import type { Language } from '../text/language.ts';
import { plainText } from '../text/plain-text.ts';
import { type WrittenWord, writtenWords } from '../text/written-words.ts';

/** Numbers of articles, ascending, by a key of their titles; keys sorted where they come from a file. */
export type TitleTable = ReadonlyMap<string, readonly number[]>;

/** A title with its words, stop words included. */
export interface ReadTitle {
  title: string;
  words: WrittenWord[];
}

/** Makes the whole table of some titles, in memory or when an index is built. */
export type MakeTable = (titles: readonly ReadTitle[], language: Language) => TitleTable;

/** The titles of some articles, in order, read. */
export function readTitles(titles: readonly string[], language: Language): ReadTitle[] {
  return titles.map((title) => ({ title, words: writtenWords(title, language) }));
}

/** The articles by each of the keys of their titles. */
export function tableOf(titles: readonly ReadTitle[], keysOf: (title: ReadTitle) => Iterable<string>): TitleTable {
  const table = new Map<string, number[]>();
  titles.forEach((title, article) => {
    for (const key of keysOf(title)) {
      const among = table.get(key);
      if (among === undefined) table.set(key, [article]);
      else if (among.at(-1) !== article) among.push(article);
    }
  });
  return table;
}

/** The keys of whole titles: their words, parted by spaces; of a title of signs alone, these. */
export const byWholeTitle: MakeTable = (titles) =>
  tableOf(titles, ({ title, words }) => [words.map(({ word }) => word).join(' ') || verbatimKey(title)]);

export const byWord: MakeTable = (titles) => tableOf(titles, ({ words }) => words.map(({ word }) => word));

/** Words that a word written as one may stand for in a title: `motdepasse`. */
const MOST_JOINED = 4;
/** Letters of a word that several of a title make up, at most. */
const LONGEST_JOINED = 20;

export const byJoinedWords: MakeTable = (titles) => tableOf(titles, joinedWords);

function joinedWords({ words }: ReadTitle): string[] {
  return words.flatMap(({ word }, first) => {
    let joined = word;
    return words.slice(first + 1, first + MOST_JOINED).flatMap((next) => {
      joined += next.word;
      return joined.length <= LONGEST_JOINED ? [joined] : [];
    });
  });
}

const IN_WORDS = /[\p{L}\p{N}\p{M}]/u;

/** Whether a title has words, and not signs alone. */
export function isInWords(title: string): boolean {
  return IN_WORDS.test(title);
}

/** The loose key of what `byWholeTitle` knows a title by; the order of whole titles in files. */
export function looseKeyOf(title: string): string {
  return isInWords(title) ? title.replaceAll(' ', '') : title;
}

/** What two titles that are written alike have in common. A title of signs alone is known as it is written. */
export function verbatimKey(text: string): string {
  return plainText(text).toLowerCase().replace(/\s+/gu, ' ').trim();
}
