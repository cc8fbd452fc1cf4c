import type { Postings } from '../index/postings.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { endingKey, longEndingKey } from '../index/vocabulary-shard.ts';
import { LIMITS, MATCH_WEIGHT } from '../parameters.ts';
import { type Alternative, single } from './alternative.ts';
import { sharedPrefix } from './spelling.ts';

/** Compounds of the site that end in a word which the index does not know: `Rechnungsadresse` for Adresse. */
export async function compoundEnds(index: SearchIndex, written: string): Promise<Alternative[]> {
  const key = endingKey(index.language.stem(written));
  if (key === undefined) return [];
  const end = index.language.stem(written);
  const stems = new Set((await index.vocabulary(key, [longEndingKey(end)])).map((word) => index.language.stem(word)));
  const compounds = [...stems].filter((stem) => stem.length > end.length && stem.endsWith(end));
  const shortest = compounds.sort((one, other) => one.length - other.length).slice(0, LIMITS.compounds);
  const found = await index.postings(shortest);
  return [...found].flatMap(([term, postings]) => single(term, postings, MATCH_WEIGHT.compoundEnd));
}

/** Letters and share of an unknown word that another one begins with, at least, where only its ending differs. */
const LEAST = 6;
const SHARED = 0.8;

/** Of the terms around a word those that share most of its beginning: Kundennummer for Kundennr. */
export function sharedBeginnings(around: readonly [string, Postings][], written: string): Alternative[] {
  const shared = around.map(([term]) => sharedPrefix(term, written));
  const most = Math.max(...shared);
  if (most < Math.max(LEAST, Math.ceil(written.length * SHARED))) return [];
  return around
    .filter((_, place) => shared[place] === most)
    .slice(0, LIMITS.typoCandidates)
    .flatMap(([term, postings]) => single(term, postings, MATCH_WEIGHT.sharedBeginning));
}
