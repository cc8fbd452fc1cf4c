import { countOf, type Postings } from '../index/postings.ts';
import { FUSION, MATCH_WEIGHT } from '../parameters.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { queryLength, shortQueryFactor } from './fuse.ts';
import { inverseDocumentFrequency, type LexicalScores } from './lexical.ts';

/** Sections that say every word of a query. */
export interface SayingAll {
  /** Their numbers, in any order. */
  sections: number[];
  /** What is added to the fused score of each. */
  bonus: number;
}

/**
 * The sections that say every word of a query as it was typed, the last one perhaps only begun, and what that is worth: the more,
 * the rarer such sections are (as a term, see `inverseDocumentFrequency`) and the shorter the query; in a sentence nothing. Otherwise
 * what a name or two words sound like would put articles without them before the one that has them.
 */
export function sayingAll(words: readonly ResolvedWord[], { scores, maxScore }: LexicalScores): SayingAll {
  const short = 1 - shortQueryFactor(queryLength(maxScore, scores.length));
  if (short === 0) return { sections: [], bonus: 0 };
  const [rarest = [], ...others] = words
    .filter(({ extra }) => !extra)
    .map(asTyped)
    .sort((one, other) => total(one) - total(other));
  // A word of very many sections lists the best of them alone, and may be in any other.
  const telling = [rarest, ...others.filter((lists) => lists.every(({ count }) => count === undefined))];
  // Each section counts the words that it says, as long as it says all: there are some thousand of them for each key.
  const said = new Uint8Array(scores.length);
  const sections: number[] = [];
  telling.forEach((lists, before) => {
    const isLast = before === telling.length - 1;
    for (const { sections: listed } of lists)
      for (const section of listed)
        if (said[section] === before) {
          said[section] = before + 1;
          if (isLast) sections.push(section);
        }
  });
  const rarity = inverseDocumentFrequency(sections.length, scores.length) / inverseDocumentFrequency(0, scores.length);
  return { sections, bonus: FUSION.allWords * short * rarity };
}

/** Where a word is that was typed: neither what it may be a typo of nor what merely stands for it. */
function asTyped({ alternatives }: ResolvedWord): Postings[] {
  return alternatives.flatMap(({ weight, terms }) =>
    weight >= MATCH_WEIGHT.prefix && terms.length === 1 ? [terms[0]!.postings] : [],
  );
}

function total(lists: readonly Postings[]): number {
  return lists.reduce((sum, postings) => sum + countOf(postings), 0);
}
