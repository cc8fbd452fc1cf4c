/** The dot product; of vectors of length 1, their cosine. */
export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!;
  return sum;
}

/** The vector at length 1; the zero vector stays. */
export function normalize(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

/** Adds to a vector in place. */
export function addTo(sum: Float32Array, vector: Float32Array): void {
  for (let place = 0; place < sum.length; place++) sum[place] = sum[place]! + vector[place]!;
}
