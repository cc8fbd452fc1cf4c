import type { IndexDocument } from './index-document.ts';

/** How many related articles are named for each article. */
const NAMED = 6;

/**
 * The nearest other articles of each one, nearest first.
 * @param vectors One per document, of length 1; articles with a cosine of 0 or less are never related.
 */
export function nearestDocuments(documents: readonly IndexDocument[], vectors: readonly ArrayLike<number>[]): Record<string, string[]> {
  return Object.fromEntries(
    documents.map((document, place) => {
      const nearest = documents
        .map((other, otherPlace) => ({ id: other.id, cosine: otherPlace === place ? 0 : dot(vectors[place]!, vectors[otherPlace]!) }))
        .filter(({ cosine }) => cosine > 0)
        .sort((one, other) => other.cosine - one.cosine || (one.id < other.id ? -1 : 1));
      return [document.id, nearest.slice(0, NAMED).map(({ id }) => id)];
    }),
  );
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!;
  return sum;
}
