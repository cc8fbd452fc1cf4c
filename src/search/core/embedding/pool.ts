/**
 * One vector of length 1 for each text of a batch, from the vectors of its word pieces.
 *
 * @param hidden [texts, length, dimensions], row-major.
 * @param shape `length`: word pieces of each text.
 */
export function pool(
  hidden: Float32Array,
  { length, dimensions, pooling }: { length: number; dimensions: number; pooling: 'mean' | 'cls' },
): Float32Array[] {
  return Array.from({ length: hidden.length / (length * dimensions) }, (_, text) => {
    const vector = new Float32Array(dimensions);
    const start = text * length * dimensions;
    const end = start + (pooling === 'mean' ? length : 1) * dimensions;
    for (let offset = start; offset < end; offset += dimensions) {
      for (let index = 0; index < dimensions; index++) vector[index]! += hidden[offset + index]!;
    }
    return normalise(vector);
  });
}

/** Brings a vector to length 1, in place; a zero vector stays zero. */
function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let index = 0; index < vector.length; index++) vector[index]! *= factor;
  return vector;
}
