/** Vectors of one length laid one after the other, as matrices are. */
export function concatenateRows(vectors: readonly Float32Array[]): Float32Array {
  const rows = new Float32Array(vectors.length * (vectors[0]?.length ?? 0));
  vectors.forEach((vector, row) => rows.set(vector, row * vector.length));
  return rows;
}

/** The rows of a matrix, as views of it. */
export function rowsOf(matrix: Float32Array, width: number): Float32Array[] {
  return Array.from({ length: matrix.length / width }, (_, row) => matrix.subarray(row * width, (row + 1) * width));
}
