import type { Weights } from './weights.ts';

/**
 * Each row of a matrix as integers −127 to 127; zero stays zero.
 *
 * @param scaleOf The quantization scale of a row, that is the distance between two neighbouring codes.
 */
export function quantizeRows(
  { shape, data }: Weights,
  scaleOf: (row: Float32Array) => number,
): { codes: Int8Array; scales: Float32Array } {
  const [rows, columns] = shape as [number, number];
  const codes = new Int8Array(data.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    const values = data.subarray(start, start + columns);
    const scale = scaleOf(values) || 1;
    scales[row] = scale;
    for (let column = 0; column < columns; column++) {
      codes[start + column] = Math.max(-127, Math.min(127, Math.round(values[column]! / scale)));
    }
  }
  return { codes, scales };
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
