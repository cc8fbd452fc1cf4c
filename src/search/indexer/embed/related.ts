import { addTo, dot, normalize } from '../../core/embedding/vectors.ts';
import type { IndexDocument, IndexSection } from '../index-document.ts';

/** How many related articles are named for each article. */
const NAMED = 6;

/**
 * The nearest other articles of each one, nearest first.
 * @param vectors One per document, of length 1; articles with a cosine of 0 or less are never related.
 */
export function nearestDocuments(
  documents: readonly IndexDocument[],
  vectors: readonly Float32Array[],
): Record<string, string[]> {
  return Object.fromEntries(documents.map((document, place) => [document.id, nearestTo(place, documents, vectors)]));
}

function nearestTo(place: number, documents: readonly IndexDocument[], vectors: readonly Float32Array[]): string[] {
  const nearest: { id: string; cosine: number }[] = [];
  for (let other = 0; other < documents.length; other++) {
    const cosine = other === place ? 0 : dot(vectors[place]!, vectors[other]!);
    // Most are further away than those already found: no object is made for them.
    if (cosine <= 0 || cosine < (nearest[NAMED - 1]?.cosine ?? 0)) continue;
    nearest.push({ id: documents[other]!.id, cosine });
    nearest.sort((one, two) => two.cosine - one.cosine || (one.id < two.id ? -1 : 1));
    nearest.splice(NAMED);
  }
  return nearest.map(({ id }) => id);
}

/** The mean of the sections' vectors of each document, at length 1. */
export function meanVectors(
  documents: readonly IndexDocument[],
  sections: readonly IndexSection[],
  vectors: readonly Float32Array[],
): Float32Array[] {
  const sums = new Map(documents.map((document) => [document, new Float32Array(vectors[0]?.length ?? 0)]));
  sections.forEach(({ document }, place) => addTo(sums.get(document)!, vectors[place]!));
  return documents.map((document) => normalize(sums.get(document)!));
}
