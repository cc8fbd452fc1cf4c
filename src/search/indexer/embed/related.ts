import { addTo, normalize } from '../../core/embedding/vectors.ts';
import type { IndexDocument, IndexSection } from '../index-document.ts';
import { columnsOf, concatenateRows, matrixProduct, rowsOf } from './matrix.ts';

/** How many related articles are named for each article. */
const NAMED = 6;
/** Documents that are compared with all others at a time: all cosines of ten thousand at once would take 400 MB. */
const BLOCK = 256;

/**
 * The nearest other articles of each one, nearest first. All are compared with all, which the model's runtime does in a
 * second for ten thousand.
 * @param vectors One per document, of length 1; articles with a cosine of 0 or less are never related.
 */
export async function nearestDocuments(
  documents: readonly IndexDocument[],
  vectors: readonly Float32Array[],
): Promise<Record<string, string[]>> {
  const nearest: [string, string[]][] = [];
  const width = vectors[0]?.length ?? 0;
  const columns = columnsOf(vectors, width);
  for (let from = 0; from < documents.length; from += BLOCK) {
    const cosines = await matrixProduct(concatenateRows(vectors.slice(from, from + BLOCK)), columns, width);
    rowsOf(cosines, documents.length).forEach((row, place) => {
      nearest.push([documents[from + place]!.id, nearestBy(row, from + place, documents)]);
    });
  }
  return Object.fromEntries(nearest);
}

/** @param cosines With each document; that with itself, at `own`, does not count. */
function nearestBy(cosines: Float32Array, own: number, documents: readonly IndexDocument[]): string[] {
  const nearest: { id: string; cosine: number }[] = [];
  for (let other = 0; other < documents.length; other++) {
    const cosine = cosines[other]!;
    // Most are further away than those already found: no object is made for them.
    if (other === own || cosine <= 0 || cosine < (nearest[NAMED - 1]?.cosine ?? 0)) continue;
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
