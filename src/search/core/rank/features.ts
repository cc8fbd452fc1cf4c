import type { SearchIndex } from '../index/search-index.ts';
import type { RankedArticle } from '../orama/orama-database.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { tokenize } from '../text/tokenize.ts';
import { coherence } from './fuse.ts';
import { inverseDocumentFrequency, type LexicalScores, wordMass } from './lexical.ts';
import type { Features } from './verdict.ts';

/** Articles that a ranking has at least, so that the first one can be judged by the others. */
export const JUDGED_BY = 5;

/** What a ranking was made of. */
export interface Ranked {
  words: readonly ResolvedWord[];
  lexical: LexicalScores;
  /** By section; undefined without a semantic side. */
  cosines: Float32Array | undefined;
  /** The article that is judged, by its best section. */
  first: RankedArticle | undefined;
  /** The articles beside it, best first. */
  others: readonly RankedArticle[];
}

/** What tells by degrees whether the first article of a ranking answers. */
export async function featuresOf(
  index: SearchIndex,
  { words, lexical, cosines, first, others }: Ranked,
): Promise<Omit<Features, 'exact' | 'unknownCode'>> {
  const name = first && (await index.nameOf(first.article, first.section));
  const cosine = first && cosines?.[first.section];
  const next = cosines ? others.slice(0, JUDGED_BY - 1).map(({ section }) => cosines[section]!) : [];
  return {
    coverage: first === undefined || lexical.maxScore === 0 ? 0 : lexical.scores[first.section]! / lexical.maxScore,
    cosine,
    ahead: cosine === undefined ? 0 : cosine - Math.max(0, ...next),
    lead: (first?.score ?? 0) - (others[0]?.score ?? 0),
    titled: name ? saidByTitle(index, words, name.title) : 0,
    incoherence: 1 - coherence(lexical),
    signs: words.some(({ word }) => word.kind === 'pair'),
  };
}

/** How much of the words of a query a title says, by rarity, in words that no section has. */
function saidByTitle(index: SearchIndex, words: readonly ResolvedWord[], title: string): number {
  const terms = tokenize(title, index.language).map(({ term }) => term);
  const known = new Set(terms);
  const isSaid = ({ word, alternatives }: ResolvedWord): boolean =>
    [...word.terms, ...alternatives.flatMap((one) => (one.terms.length === 1 ? [one.terms[0]!.term] : []))].some(
      (term) => known.has(term),
    ) ||
    (word.partial && terms.some((term) => word.terms.some((beginning) => term.startsWith(beginning))));
  const said = words.filter((resolved) => !resolved.extra && isSaid(resolved));
  const mass = said.reduce((sum, resolved) => sum + wordMass(resolved, index.sections), 0);
  return mass / inverseDocumentFrequency(0, index.sections);
}
