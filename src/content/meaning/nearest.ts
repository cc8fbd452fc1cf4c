/** Inner product; of vectors of length 1, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}

export interface Near {
  a: number;
  b: number;
  /** Cosine. */
  score: number;
}

/** Pairs of vectors at least so alike, the most alike first; `skip` leaves pairs out. Compares all with all: 4,500 vectors take about 5 s. */
export function nearPairs(vectors: readonly Float32Array[], least: number, skip: (a: number, b: number) => boolean): Near[] {
  const pairs: Near[] = [];
  for (let a = 0; a < vectors.length; a += 1) {
    for (let b = a + 1; b < vectors.length; b += 1) {
      const score = dot(vectors[a]!, vectors[b]!);
      if (score >= least && !skip(a, b)) pairs.push({ a, b, score });
    }
  }
  return pairs.sort((one, other) => other.score - one.score);
}
