/** A matrix or vector of weights, row-major. */
export interface Weights {
  shape: number[];
  data: Float32Array;
}

/** A matrix that is read some rows at a time: the word pieces of every language make 380 MB in 32 bits. */
export interface WeightTable {
  shape: [rows: number, columns: number];
  /** @param end The row after the last one. */
  rows(start: number, end: number): Float32Array;
}

/** A weights file: names are listed at once, numbers are decoded when asked for. */
export interface WeightFile {
  names: string[];
  /** @throws ModelError when the tensor is missing or its numbers are of a type that is not read. */
  weights(name: string): Weights;
  /** @throws ModelError as `weights` does, and when the tensor is no matrix. */
  table(name: string): WeightTable;
}

/** Rows decoded at once: a few megabytes. */
const BLOCK = 4096;

/** A table from its first row to its last, a block of rows at a time. */
export function* blocksOf({
  shape: [rows],
  rows: read,
}: WeightTable): Generator<{ start: number; data: Float32Array }> {
  for (let start = 0; start < rows; start += BLOCK) yield { start, data: read(start, Math.min(rows, start + BLOCK)) };
}
