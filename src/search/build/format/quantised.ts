import { EXPONENT_OF_ONE, rowScale, type CodeBits } from '../../core/semantic/quantised.ts';
import type { ByteWriter } from './byte-writer.ts';

/**
 * The greatest absolute value of each dimension: with it the codes of a dimension use their whole range,
 * however little the dimension varies.
 */
export function dimensionScales(rows: readonly Float32Array[], dimensions: number): Float32Array {
  const scales = new Float32Array(dimensions);
  for (const row of rows) row.forEach((value, dimension) => (scales[dimension] = Math.max(scales[dimension]!, Math.abs(value))));
  return scales.map((scale) => scale || 1);
}

/** Writes what `readQuantised` reads. */
export function writeQuantised(writer: ByteWriter, rows: readonly Float32Array[], scales: Float32Array, bits: CodeBits): void {
  const most = 2 ** (bits - 1) - 1;
  const exponents = rows.map((row) => exponentOf(row, scales, most));
  writer.u8(bits).bytes(Uint8Array.from(exponents));
  const codes = rows.flatMap((row, place) => {
    const factor = rowScale(exponents[place]!);
    return Array.from(row, (value, dimension) => Math.max(-most, Math.min(most, Math.round(value / (scales[dimension]! * factor)))));
  });
  writer.bytes(bits === 8 ? Uint8Array.from(codes, (code) => code & 0xff) : pack(codes));
}

/** The smallest exponent at which every code of the row fits. */
function exponentOf(row: Float32Array, scales: Float32Array, most: number): number {
  const greatest = row.reduce((value, entry, dimension) => Math.max(value, Math.abs(entry) / scales[dimension]!), 0) / most;
  if (greatest === 0) return 0;
  return Math.max(0, Math.min(255, Math.ceil(Math.log2(greatest) * 8 - 1e-6) + EXPONENT_OF_ONE));
}

function pack(codes: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(codes.length / 2));
  codes.forEach((code, place) => (bytes[place >> 1] = bytes[place >> 1]! | ((code + 8) << (place & 1 ? 4 : 0))));
  return bytes;
}
