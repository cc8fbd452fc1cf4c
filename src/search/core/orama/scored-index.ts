import type { IIndex } from '@orama/orama';
import { countBelow } from '../index/sorted.ts';
import { type PropertiesOf, readOnly } from './section-documents.ts';

/** What Orama is given to order. */
export interface Scored {
  /** Section by section, the scores of the query that is being searched. */
  scores: Float32Array;
  /** Number of the article of each section, ascending. */
  articleOf: Uint32Array;
  /** How many articles are asked for. */
  limit: number;
  /** What they are counted by, where they are. */
  propertiesOf?: PropertiesOf | undefined;
  /** Numbers, as Orama counts, of the sections that a filter leaves. */
  among?: Set<number> | undefined;
}

/** What Orama keeps of an index; its vector search finds no vectors here. */
interface ScoredIndexStore {
  vectorIndexes: Record<string, never>;
}

/**
 * Orama's index component, with scores made elsewhere: our ranking reads shards that arrive while the query waits,
 * and Orama asks at once. Numbers of documents begin at 1.
 */
export function scoredIndex(scored: () => Scored | undefined): IIndex<ScoredIndexStore> {
  return {
    create: () => ({ vectorIndexes: {} }),
    getSearchableProperties: () => ['text'],
    getSearchablePropertiesWithTypes: () => ({ text: 'string', category: 'string', variants: 'string[]' }),
    search: (
      _index,
      _term,
      _tokenizer,
      _language,
      _properties,
      _exact,
      _tolerance,
      _boost,
      _relevance,
      _count,
      among,
    ) => candidates(scored()).filter(([id]) => !among || among.has(id)),
    searchByWhereClause: () => scored()?.among ?? new Set(),
    insert: readOnly,
    remove: readOnly,
    insertDocumentScoreParameters: readOnly,
    insertTokenScoreParameters: readOnly,
    removeDocumentScoreParameters: readOnly,
    removeTokenScoreParameters: readOnly,
    calculateResultScores: readOnly,
    load: readOnly,
    save: readOnly,
  };
}

/**
 * The sections that can be among the results: all that score no less than the last of the articles asked for. Of equal ones the
 * first articles come first, and thousands are equal where two letters begin a word of their titles.
 */
function candidates(scored: Scored | undefined): [number, number][] {
  if (scored === undefined) return [];
  const { scores, articleOf, limit } = scored;
  const least = leastOfBest(scored);
  const pairs: [number, number][] = [];
  let equal = 0;
  let last = -1;
  for (let section = 0; section < scores.length; section++) {
    const score = scores[section]!;
    if (!(score > 0 && score >= least)) continue;
    if (score === least && articleOf[section] !== last) {
      if (equal === limit) continue;
      equal++;
      last = articleOf[section]!;
    }
    pairs.push([section + 1, score]);
  }
  return pairs;
}

/** What the last of the articles asked for scores by its best section; 0 where there are fewer. */
function leastOfBest({ scores, articleOf, limit }: Scored): number {
  const articles = (articleOf.at(-1) ?? -1) + 1;
  // Most articles are none of the best: no list of all is sorted.
  const best = new Float32Array(Math.min(limit, articles));
  let least = 0;
  for (let section = 0; section < scores.length; section++) {
    let score = scores[section]!;
    if (!(score > least)) continue;
    for (const article = articleOf[section]; articleOf[section + 1] === article; section++)
      if (scores[section + 1]! > score) score = scores[section + 1]!;
    const place = countBelow(best, score);
    best.copyWithin(0, 1, place);
    best[place - 1] = score;
    least = best[0]!;
  }
  return limit > articles ? 0 : (best[0] ?? 0);
}
