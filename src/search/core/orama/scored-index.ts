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

/** The sections that can be among the results: all that score no less than the last of the articles asked for. */
function candidates(scored: Scored | undefined): [number, number][] {
  if (scored === undefined) return [];
  const { scores } = scored;
  const least = leastOfBest(scored);
  const pairs: [number, number][] = [];
  for (let section = 0; section < scores.length; section++) {
    const score = scores[section]!;
    if (score > 0 && score >= least) pairs.push([section + 1, score]);
  }
  return pairs;
}

/** What the last of the articles asked for scores by its best section; 0 where there are fewer. */
function leastOfBest({ scores, articleOf, limit }: Scored): number {
  const articles = (articleOf.at(-1) ?? -1) + 1;
  // Most articles are none of the best: no list of all is sorted.
  const best = new Float32Array(Math.min(limit, articles));
  for (let section = 0; section < scores.length; ) {
    const article = articleOf[section]!;
    let score = 0;
    for (; articleOf[section] === article; section++) if (scores[section]! > score) score = scores[section]!;
    if (!(score > best[0]!)) continue;
    const place = countBelow(best, score);
    best.copyWithin(0, 1, place);
    best[place - 1] = score;
  }
  return limit > articles ? 0 : (best[0] ?? 0);
}
