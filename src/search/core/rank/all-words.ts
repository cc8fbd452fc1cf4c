import { countOf, type Postings } from '../index/postings.ts';
import { FUSION, MATCH_WEIGHT } from '../parameters.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { queryLength, shortQueryFactor } from './fuse.ts';
import { inverseDocumentFrequency, type LexicalScores } from './lexical.ts';

/** Sections that say every word of a query. */
export interface SayingAll {
  /** By section: 1 for those. */
  said: Uint8Array;
  /** How many there are. */
  count: number;
  /** What is added to the fused score of each. */
  bonus: number;
}

/**
 * The sections that say every word of a query as it was typed, the last one perhaps only begun, and what that is worth: the more,
 * the rarer such sections are (as a term, see `inverseDocumentFrequency`) and the shorter the query; in a sentence nothing. Otherwise
 * what a name or two words sound like would put articles without them before the one that has them.
 */
export function sayingAll(words: readonly ResolvedWord[], { scores, maxScore }: LexicalScores): SayingAll {
  const said = new Uint8Array(scores.length);
  const short = 1 - shortQueryFactor(queryLength(maxScore, scores.length));
  if (short === 0) return { said, count: 0, bonus: 0 };
  const [rarest = [], ...others] = words
    .filter(({ extra }) => !extra)
    .map(asTyped)
    .sort((one, other) => total(one) - total(other));
  // A word of very many sections lists the best of them alone, and may be in any other.
  const telling = [rarest, ...others.filter((lists) => lists.every(({ count }) => count === undefined))];
  // Each section counts the words that it says, as long as it says all: there are some thousand of them for each key.
  telling.forEach((lists, before) => {
    for (const { sections } of lists)
      for (let place = 0; place < sections.length; place++)
        if (said[sections[place]!] === before) said[sections[place]!] = before + 1;
  });
  let count = 0;
  for (let section = 0; section < said.length; section++)
    count += said[section] = said[section] === telling.length ? 1 : 0;
  const rarity = inverseDocumentFrequency(count, scores.length) / inverseDocumentFrequency(0, scores.length);
  return { said, count, bonus: FUSION.allWords * short * rarity };
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
