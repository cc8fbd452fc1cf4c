import type { Weights } from './safetensors.ts';

/**
 * Each row of a matrix as integers −127 to 127; zero stays zero.
 *
 * @param step Distance between two neighbouring codes, asked for row by row.
 */
export function quantizeRows(
  { shape, data }: Weights,
  step: (row: Float32Array) => number,
): { codes: Int8Array; steps: Float32Array } {
  const [rows, columns] = shape as [number, number];
  const codes = new Int8Array(data.length);
  const steps = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    const values = data.subarray(start, start + columns);
    const size = step(values) || 1;
    steps[row] = size;
    for (let column = 0; column < columns; column++) {
      codes[start + column] = Math.max(-127, Math.min(127, Math.round(values[column]! / size)));
    }
  }
  return { codes, steps };
}

/** The largest absolute value. */
export function largest(values: Float32Array): number {
  let result = 0;
  for (const value of values) result = Math.max(result, Math.abs(value));
  return result;
}

/** The root of the mean square. */
export function rootMeanSquare(values: Float32Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares / values.length);
}
