import { dot } from '../../search/core/embedding/vectors.ts';

/** The dot product of `length` values from two places on. Four sums side by side: no addition waits for the one before. */
function dotAt(a: Float32Array, fromA: number, b: Float32Array, fromB: number, length: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  for (let index = 0; index < whole; index += 4) {
    one += a[fromA + index]! * b[fromB + index]!;
    two += a[fromA + index + 1]! * b[fromB + index + 1]!;
    three += a[fromA + index + 2]! * b[fromB + index + 2]!;
    four += a[fromA + index + 3]! * b[fromB + index + 3]!;
  }
  for (let index = whole; index < length; index += 1) one += a[fromA + index]! * b[fromB + index]!;
  return one + two + three + four;
}

export interface Near {
  a: number;
  b: number;
  /** Cosine. */
  score: number;
}

/** Dimensions that are looked at first: with the rest bounded by its length, they rule out nearly all pairs. */
const HEAD = 64;

/**
 * Pairs of vectors of length 1 that are at least so alike, the most alike first; `skip` leaves pairs out. All are compared
 * with all, but most only by the dimensions in which vectors differ most (Cauchy–Schwarz bounds what the others can add).
 */
export function nearPairs(
  vectors: readonly Float32Array[],
  least: number,
  skip: (a: number, b: number) => boolean,
): Near[] {
  const { heads, tails } = halves(vectors);
  const pairs: Near[] = [];
  for (let a = 0; a < vectors.length; a += 1) {
    for (let b = a + 1; b < vectors.length; b += 1) {
      if (tails[a]! * tails[b]! + dotAt(heads, a * HEAD, heads, b * HEAD, HEAD) < least) continue;
      const score = dotAt(vectors[a]!, 0, vectors[b]!, 0, vectors[a]!.length);
      if (score >= least && !skip(a, b)) pairs.push({ a, b, score });
    }
  }
  return pairs.sort((one, other) => other.score - one.score);
}

/** The dimensions of each vector in which vectors differ most, row after row, and the length of the remaining ones. */
function halves(vectors: readonly Float32Array[]): { heads: Float32Array; tails: Float32Array } {
  const dimensions = vectors[0]?.length ?? 0;
  const energy = Array.from({ length: dimensions }, (_, dimension) =>
    vectors.reduce((sum, vector) => sum + vector[dimension]! ** 2, 0),
  );
  const telling = energy
    .map((_, dimension) => dimension)
    .sort((one, other) => energy[other]! - energy[one]!)
    .slice(0, HEAD);
  const heads = new Float32Array(vectors.length * HEAD);
  vectors.forEach((vector, row) =>
    telling.forEach((dimension, column) => (heads[row * HEAD + column] = vector[dimension]!)),
  );
  const tails = Float32Array.from(vectors, (vector, row) => {
    const head = heads.subarray(row * HEAD, (row + 1) * HEAD);
    return Math.sqrt(Math.max(0, dot(vector, vector) - dot(head, head))) + 1e-6;
  });
  return { heads, tails };
}
