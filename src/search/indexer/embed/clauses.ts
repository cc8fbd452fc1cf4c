import { UNSPACED } from '../../core/semantic/pieces.ts';

/** Ends of sentences and, between them, semicolons and colons; a line break ends a clause, too. Marks as wide as a Chinese character need no space after them. */
const CLAUSE_END = /(?<=[.!?;:。！？])\s+|(?<=[。！？；：])(?!\s)|\n+/u;
/** Words of a clause at most: more say little more and cost the teacher more. */
const LONGEST = 40;

/** The clauses of a text that have more than one word, white space made plain, long ones cut. */
export function clausesOf(text: string): string[] {
  return text
    .split(CLAUSE_END)
    .map(wordsOf)
    .filter((words) => words.length > 1)
    .map((words) => joinWords(words.slice(0, LONGEST)));
}

/**
 * The words of a text, each after a space where one stood before it: what stands between white space, and in scripts
 * without spaces what a dictionary takes for words.
 */
export function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((run, place) => {
      const [first = '', ...others] = unspaced.test(run)
        ? [...segmenter.segment(run)].map(({ segment }) => segment)
        : [run];
      return [place === 0 ? first : ` ${first}`, ...others];
    });
}

/** The text of some words in a row. */
export function joinWords(words: readonly string[]): string {
  return words.join('').trim();
}

const unspaced = new RegExp(UNSPACED.source.replace('^', ''), 'u');
/** The words of Chinese and Japanese are in one dictionary. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
