import type { SearchIndex } from '../index/search-index.ts';
import { MATCH_WEIGHT } from '../parameters.ts';
import { tokenize } from '../text/tokenize.ts';
import { type WrittenWord, writtenWords } from '../text/written-words.ts';
import type { Alternative } from './alternative.ts';
import type { ParsedQuery } from './parse-query.ts';

/** Fewer letters are no two words. */
export const SHORTEST_JOINED = 4;

/** Two words of a query that the site may write as one. */
export interface Joined {
  first: WrittenWord;
  second: WrittenWord;
  /** Written as one. */
  written: string;
  /** What to look up. */
  term: string;
}

/** Each word of a query with the next one, where only white space parts them: `log in`, `wi fi`. */
export function joinedWords(query: ParsedQuery, { language }: SearchIndex): Joined[] {
  const words = writtenWords(query.text, language);
  return words.flatMap((first, place): Joined[] => {
    const second = words[place + 1];
    if (second === undefined || (first.isStopWord && second.isStopWord)) return [];
    if (query.text.slice(first.end, second.start).trim() !== '') return [];
    const written = first.word + second.word;
    // Scripts without spaces have their pairs, and the name of a model is known by its parts.
    const [token, ...others] = tokenize(written, language);
    if (token === undefined || (token.kind !== 'word' && others.length === 0) || token.end < written.length) return [];
    return [{ first, second, written, term: token.term }];
  });
}

/** Words that one may be cut into, tried from the longest first one on. */
const MOST_CUTS = 4;
/** Letters that the second word has at least. */
const SECOND = 2;

/**
 * The words that together make up one that the index does not know: `mot de passe` for `motdepasse`. Of what follows the
 * first one, stop words count as found; a word of nothing else stands for the first one alone.
 * @param written Folded.
 */
export async function writtenApart(index: SearchIndex, written: string): Promise<Alternative[]> {
  const { language } = index;
  const around = await index.termsAround(written);
  const cuts = around
    .filter(([term]) => written.startsWith(term) && written.length >= term.length + SECOND)
    .sort(([one], [other]) => other.length - one.length)
    .slice(0, MOST_CUTS)
    .flatMap(([term, postings]) =>
      restsOf(written.slice(term.length), language.isStopWord).map((rest) => ({ term, postings, rest })),
    );
  const seconds = new Map(cuts.map(({ rest }) => [rest, language.stem(rest)]));
  const found = await index.postings([...seconds.values()].filter((term) => term !== ''));
  return cuts.flatMap(({ term, postings, rest }): Alternative[] => {
    const first = { term, postings };
    if (rest === '') return [{ terms: [first], weight: MATCH_WEIGHT.apart / 2 }];
    const second = seconds.get(rest)!;
    const others = found.get(second);
    return others === undefined
      ? []
      : [{ terms: [first, { term: second, postings: others }], weight: MATCH_WEIGHT.apart }];
  });
}

/** What may be a word after the first one: all of it, or what a stop word leaves, which may be nothing. */
function restsOf(rest: string, isStopWord: (word: string) => boolean): string[] {
  const lengths = Array.from({ length: rest.length }, (_, place) => place + 1);
  const left = lengths.filter((length) => isStopWord(rest.slice(0, length))).map((length) => rest.slice(length));
  return [rest, ...left].filter((one) => one.length !== 1);
}
