import { memoize } from '../../../cache/memoize.ts';
import { addTo, dot, normalize } from '../../core/embedding/vectors.ts';
import type { IndexDocument, IndexSection } from '../index-document.ts';
import { columnsOf, concatenateRows, matrixProduct, rowsOf } from './matrix.ts';

/** How many related articles are named for each article. */
const NAMED = 6;
/** Documents that are compared with all others at a time: all cosines of ten thousand at once would take 400 MB. */
const BLOCK = 256;

/** By document: those that are nearest to it, nearest first. */
export type Neighbours = ReadonlyMap<IndexDocument, readonly Neighbour[]>;

interface Neighbour {
  document: IndexDocument;
  cosine: number;
}

/**
 * The nearest other articles of each one. All are compared with all, which the model's runtime does in a
 * second for ten thousand; where most are known from before, those alone of which that says no more.
 * @param vectors One per document, of length 1; articles with a cosine of 0 or less are never related.
 * @param before Of vectors of the same kind: a document that is there has the vector that it had.
 */
export async function nearestDocuments(
  documents: readonly IndexDocument[],
  vectors: readonly Float32Array[],
  before?: Neighbours,
): Promise<Neighbours> {
  const fresh = before && documents.flatMap((document, place) => (before.has(document) ? [] : [place]));
  return fresh && fresh.length * MANY < documents.length
    ? updated(documents, vectors, before, fresh)
    : allNearest(documents, vectors);
}

/** More than one in so many that are new, and all are compared. */
const MANY = 100;

/** The ids of each document's neighbours, by its own. */
export function relatedIds(neighbours: Neighbours): Record<string, string[]> {
  return Object.fromEntries([...neighbours].map(([{ id }, near]) => [id, near.map(({ document }) => document.id)]));
}

async function allNearest(documents: readonly IndexDocument[], vectors: readonly Float32Array[]): Promise<Neighbours> {
  const nearest = new Map<IndexDocument, Neighbour[]>();
  const width = vectors[0]?.length ?? 0;
  const columns = columnsOf(vectors, width);
  for (let from = 0; from < documents.length; from += BLOCK) {
    const cosines = await matrixProduct(concatenateRows(vectors.slice(from, from + BLOCK)), columns, width);
    rowsOf(cosines, documents.length).forEach((row, place) => {
      nearest.set(documents[from + place]!, nearestBy(row, from + place, documents));
    });
  }
  return nearest;
}

/** What is new is compared with all, and so is each document that had a neighbour that is gone; the others with what is new. */
function updated(
  documents: readonly IndexDocument[],
  vectors: readonly Float32Array[],
  before: Neighbours,
  fresh: readonly number[],
): Neighbours {
  const there = new Set(documents);
  const nearest = new Map<IndexDocument, readonly Neighbour[]>();
  documents.forEach((document, place) => {
    const known = before.get(document);
    const vector = vectors[place]!;
    const near = known?.every((one) => there.has(one.document))
      ? mostAlike([
          ...known,
          ...fresh.map((other) => ({ document: documents[other]!, cosine: dot(vector, vectors[other]!) })),
        ])
      : nearestBy(
          Float32Array.from(vectors, (other) => dot(vector, other)),
          place,
          documents,
        );
    nearest.set(document, near);
  });
  return nearest;
}

function mostAlike(neighbours: readonly Neighbour[]): Neighbour[] {
  return neighbours
    .filter(({ cosine }) => cosine > 0)
    .sort(byCosine)
    .slice(0, NAMED);
}

/** Of equally near ones that with the lower id first. */
function byCosine(one: Neighbour, two: Neighbour): number {
  return two.cosine - one.cosine || (one.document.id < two.document.id ? -1 : 1);
}

/** @param cosines With each document; that with itself, at `own`, does not count. */
function nearestBy(cosines: Float32Array, own: number, documents: readonly IndexDocument[]): Neighbour[] {
  const nearest: Neighbour[] = [];
  for (let other = 0; other < documents.length; other++) {
    const cosine = cosines[other]!;
    // Most are further away than those already found: no object is made for them.
    if (other === own || cosine <= 0 || cosine < (nearest[NAMED - 1]?.cosine ?? 0)) continue;
    nearest.push({ document: documents[other]!, cosine });
    nearest.sort(byCosine);
    nearest.splice(NAMED);
  }
  return nearest;
}

/** The mean of the sections' vectors of each document, at length 1. */
export function meanVectors(
  documents: readonly IndexDocument[],
  sections: readonly IndexSection[],
  vectors: readonly Float32Array[],
): Float32Array[] {
  const parts = new Map(documents.map((document): [IndexDocument, Float32Array[]] => [document, []]));
  sections.forEach(({ document }, place) => parts.get(document)!.push(vectors[place]!));
  return [...parts].map(([document, its]) => meanOf(document, its[0] ?? NONE, its));
}

const NONE = new Float32Array();

/** Found by a document and the first of its vectors: where that is the same array, the others are, too. */
const meanOf = memoize((_document: IndexDocument, first: Float32Array, its: readonly Float32Array[]): Float32Array => {
  const sum = new Float32Array(first.length);
  for (const vector of its) addTo(sum, vector);
  return normalize(sum);
}, 2);
