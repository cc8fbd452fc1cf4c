import type { IIndex } from '@orama/orama';
import { readOnly } from './section-documents.ts';

/** Section by section, the scores of the query that is being searched. */
export type ScoresOf = (term: string) => Float32Array | undefined;

/** What Orama keeps of an index; its vector search finds no vectors here. */
interface ScoredIndexStore {
  vectorIndexes: Record<string, never>;
}

/**
 * Orama's index component, with scores made elsewhere: our ranking reads shards that arrive while the query waits,
 * and Orama asks at once. Numbers of documents begin at 1.
 */
export function scoredIndex(scoresOf: ScoresOf): IIndex<ScoredIndexStore> {
  return {
    create: () => ({ vectorIndexes: {} }),
    getSearchableProperties: () => ['text'],
    getSearchablePropertiesWithTypes: () => ({ text: 'string' }),
    search: (_index, term) => candidates(scoresOf(term) ?? new Float32Array()),
    searchByWhereClause: () => new Set(),
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

/** Sections that are sorted at most; with several to an article the best hundreds of articles are among them. */
const SORTED_AT_MOST = 2000;

function candidates(scores: Float32Array): [number, number][] {
  const least = scores.length > SORTED_AT_MOST ? scores.toSorted()[scores.length - SORTED_AT_MOST]! : 0;
  const pairs: [number, number][] = [];
  scores.forEach((score, section) => {
    if (score > 0 && score >= least) pairs.push([section + 1, score]);
  });
  return pairs;
}
