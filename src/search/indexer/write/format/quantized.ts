import { type CodeBits, EXPONENT_OF_ONE, rowScale } from '../../../core/semantic/quantized.ts';
import type { ByteWriter } from './byte-writer.ts';

/** Values up to so many times the root mean square of their dimension have codes of their own; larger ones are clipped. */
const RANGE = 3;
/** Dimensions that vary less are taken for empty. */
const SMALLEST_SPREAD = 1e-12;
/** Exponents tried around the one that a row's own mean square suggests, the likeliest first: the others are soon seen to lose more. */
const TRIED = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];

/**
 * The step between two codes of each dimension, for a row of average size: in proportion to how much the dimension
 * varies, so that the codes of small dimensions are not all alike.
 */
export function dimensionScales(rows: readonly Float32Array[], dimensions: number, bits: CodeBits): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, dimension) => {
    const mean = rows.reduce((sum, row) => sum + row[dimension]! ** 2, 0) / Math.max(1, rows.length);
    const spread = Math.sqrt(mean);
    // A dimension that is empty but for rounding would have a step of 0, and dividing by it would lose everything.
    return (spread > SMALLEST_SPREAD ? spread : 1) * (RANGE / 2 ** (bits - 1));
  });
}

/** A row in codes. */
interface CodedRow {
  codes: Int8Array;
  exponent: number;
}

/** How the rows of a matrix are coded. */
export interface Coding {
  /** The step between two codes of each dimension; see `dimensionScales`. */
  scales: Float32Array;
  bits: CodeBits;
  /** Codes a row by these; `codeRow` unless given. */
  code?: (row: Float32Array) => CodedRow;
}

/** Writes what `readQuantized` reads. */
export function writeQuantized(
  writer: ByteWriter,
  rows: readonly Float32Array[],
  { scales, bits, code = (row) => codeRow(row, { scales, bits }) }: Coding,
): void {
  const exponents = new Uint8Array(rows.length);
  const codes = new Int8Array(rows.length * scales.length);
  rows.forEach((row, place) => {
    const coded = code(row);
    exponents[place] = coded.exponent;
    codes.set(coded.codes, place * scales.length);
  });
  writer
    .u8(bits)
    .bytes(exponents)
    .bytes(bits === 8 ? new Uint8Array(codes.buffer) : pack(codes));
}

/** Codes a row with the exponent that loses least. */
export function codeRow(row: Float32Array, { scales, bits }: Coding): CodedRow {
  const codes = new Int8Array(row.length);
  const least = -(2 ** (bits - 1));
  const most = -least - 1;
  const size = sizeIn(row, scales) / (most / RANGE);
  if (!(size > 0)) return { codes, exponent: 0 };
  const middle = Math.round(Math.log2(size) * 8) + EXPONENT_OF_ONE;
  let best = 0;
  let bestLoss = Infinity;
  for (const step of TRIED) {
    const exponent = Math.max(0, Math.min(255, middle + step));
    const loss = lossAt(row, scales, rowScale(exponent), least, most, bestLoss);
    if (loss < bestLoss) {
      best = exponent;
      bestLoss = loss;
    }
  }
  for (let dimension = 0; dimension < row.length; dimension++)
    codes[dimension] = codeOf(row[dimension]!, scales[dimension]! * rowScale(best), least, most);
  return { codes, exponent: best };
}

/** Root mean square of a row, each dimension in its own steps. */
function sizeIn(row: Float32Array, scales: Float32Array): number {
  let sum = 0;
  for (let dimension = 0; dimension < row.length; dimension++) sum += (row[dimension]! / scales[dimension]!) ** 2;
  return Math.sqrt(sum / Math.max(1, row.length));
}

/** Sum of the squares that rounding with steps `factor` times the scales loses; Infinity as soon as it is no less than `bound`. */
function lossAt(
  row: Float32Array,
  scales: Float32Array,
  factor: number,
  least: number,
  most: number,
  bound: number,
): number {
  let loss = 0;
  for (let dimension = 0; dimension < row.length; dimension++) {
    const step = scales[dimension]! * factor;
    const value = row[dimension]!;
    const lost = value - (codeOf(value, step, least, most) + 0.5) * step;
    loss += lost * lost;
    if (loss >= bound) return Infinity;
  }
  return loss;
}

function codeOf(value: number, step: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, Math.floor(value / step)));
}

function pack(codes: Int8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(codes.length / 2));
  codes.forEach((code, place) => (bytes[place >> 1] = bytes[place >> 1]! | ((code + 8) << (place & 1 ? 4 : 0))));
  return bytes;
}
