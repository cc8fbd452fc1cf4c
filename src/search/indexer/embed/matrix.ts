/** Rows of a product that are made at a time: the runtime keeps for ever what it has once needed to work in. */
const ROWS_AT_ONCE = 4_096;

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

/** Vectors of one length as columns, row after row. */
export function columnsOf(vectors: readonly Float32Array[], length: number): Float32Array {
  const columns = new Float32Array(length * vectors.length);
  vectors.forEach((vector, column) => vector.forEach((value, row) => (columns[row * vectors.length + column] = value)));
  return columns;
}

/** The product of two matrices, row after row, the first with `inner` columns; by the model's runtime, a hundred times as fast as a loop. */
export async function matrixProduct(one: Float32Array, other: Float32Array, inner: number): Promise<Float32Array> {
  const rows = one.length / inner;
  const width = other.length / inner;
  const result = new Float32Array(one.length === 0 ? 0 : rows * width);
  // Only here: a site that is searched by words alone never loads it.
  const { matmul, Tensor } = await import('@huggingface/transformers');
  const right = new Tensor('float32', other, [inner, width]);
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const some = one.subarray(from * inner, (from + ROWS_AT_ONCE) * inner);
    const product = await matmul(new Tensor('float32', some, [some.length / inner, inner]), right);
    result.set(product.data as Float32Array, from * width);
  }
  return result;
}
