import { normalize } from '../../core/embedding/vectors.ts';

/** The mean of vectors, not brought to length 1. */
export function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, place) => (mean[place] = mean[place]! + value / vectors.length));
  return mean;
}

/**
 * Takes from vectors what they have in common, and brings what is left to length 1, in place. A model of many languages
 * puts most of a text's direction into its language and its kind, question or passage, and so do others with
 * prefixes: any two texts are alike, and what tells them apart is small beside it.
 */
export function centreDirections(vectors: Float32Array[], common: Float32Array): void {
  for (let row = 0; row < vectors.length; row++)
    vectors[row] = normalize(vectors[row]!.map((value, place) => value - common[place]!));
}
