import { normalize } from '../../core/embedding/vectors.ts';

/** The mean of vectors, not brought to length 1. */
export function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, place) => (mean[place] = mean[place]! + value / vectors.length));
  return mean;
}

/**
 * A vector without what it has in common with others, at length 1. A model of many languages puts most of a text's
 * direction into its language and its kind, question or passage: any two texts are alike, and what tells them apart is
 * small beside it.
 */
export function withoutCommon(vector: Float32Array, common: Float32Array): Float32Array {
  return normalize(vector.map((value, place) => value - common[place]!));
}
