import { dot } from '../../../src/search/core/embedding/vectors.ts';
import { sectionVectors } from '../../../src/search/indexer/embed/section-vectors.ts';
import type { Teacher } from '../../../src/search/indexer/embed/teacher.ts';
import { indexSections } from '../../../src/search/indexer/index-document.ts';
import type { ProgressSink } from '../../../src/terminal/progress.ts';
import { indexDocument } from '../relevance/documents.ts';
import { figuresOf } from '../relevance/metrics.ts';
import type { RelevanceSet } from '../relevance/read-set.ts';

/** The sections of a set with their vectors. */
export interface DenseSections {
  vectors: Float32Array[];
  /** Id of each section's document. */
  documents: string[];
}

/** Cuts a set's documents as the site does and embeds the sections. */
export async function denseSections(
  set: RelevanceSet,
  teacher: Teacher,
  progress: ProgressSink,
): Promise<DenseSections> {
  const sections = indexSections(set.documents.map((document) => indexDocument(document, 'en')));
  return {
    vectors: await (await sectionVectors(sections, { teacher, progress })).of(sections),
    documents: sections.map(({ document }) => document.id),
  };
}

/** nDCG@10 of ranking documents by their best section's cosine alone, over the queries that have an answer. */
export function denseNdcg(set: RelevanceSet, sections: DenseSections, queries: Map<string, Float32Array>): number {
  const judged = [...set.answers].flatMap(([id, answers]) => {
    const query = queries.get(id);
    return query ? [{ ranked: rank(sections, query), answers }] : [];
  });
  return figuresOf(judged).ndcg10;
}

function rank({ vectors, documents }: DenseSections, query: Float32Array): string[] {
  const best = new Map<string, number>();
  vectors.forEach((vector, place) => {
    const score = dot(vector, query);
    if (score > (best.get(documents[place]!) ?? -Infinity)) best.set(documents[place]!, score);
  });
  return [...best].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
