import type { RelevanceSet } from './read-set.ts';

/** Sets whose documents are searched together, as one site's. */
export interface Joined {
  /** All documents and queries. */
  corpus: RelevanceSet;
  /** The sets, with the ids that they have in it. */
  sets: RelevanceSet[];
}

/** Puts the documents of several sets into one corpus: each query has those of all others to be told from. */
export function joinSets(sets: readonly RelevanceSet[]): Joined {
  const named = sets.map((set): RelevanceSet => {
    const idOf = (id: string): string => `${set.name}/${id}`;
    return {
      name: `${set.name}, joined`,
      documents: set.documents.map((document) => ({ ...document, id: idOf(document.id) })),
      queries: set.queries.map((query) => ({ ...query, id: idOf(query.id) })),
      answers: new Map([...set.answers].map(([id, answers]) => [idOf(id), new Set([...answers].map(idOf))])),
    };
  });
  const corpus = {
    name: 'joined',
    documents: named.flatMap(({ documents }) => documents),
    queries: named.flatMap(({ queries }) => queries),
    answers: new Map(named.flatMap(({ answers }) => [...answers])),
  };
  return { corpus, sets: named };
}
