import type { ByteReader } from '../format/byte-reader.ts';

/** Rows of numbers kept in few bits: value = (code + ½) × 2^(exponent of the row / 8) × scale of the dimension. */
export interface QuantizedMatrix {
  dimensions: number;
  /** One byte a code, row after row. */
  codes: Int8Array;
  /** Factor of each row, the power of two already taken. */
  rowScales: Float32Array;
}

/** Bits a code may have. */
export type CodeBits = 4 | 8;

/** Row exponents are stored as a byte around this one, which stands for a factor of 1. */
export const EXPONENT_OF_ONE = 192;

/** The factor that a stored exponent stands for: 2^((byte − 192) / 8). */
export function rowScale(exponent: number): number {
  return 2 ** ((exponent - EXPONENT_OF_ONE) / 8);
}

/** Reads rows: the bits of a code, the exponents of all rows, then the codes; two 4-bit codes share a byte, low half first. */
export function readQuantized(reader: ByteReader, rows: number, dimensions: number): QuantizedMatrix {
  const bits = reader.u8();
  if (bits !== 4 && bits !== 8) throw reader.fault(`codes of ${bits} bits`, '4 or 8');
  const rowScales = Float32Array.from(reader.bytes(rows), rowScale);
  const count = rows * dimensions;
  const stored = reader.bytes(Math.ceil((count * bits) / 8));
  const codes = bits === 8 ? new Int8Array(stored.slice().buffer) : unpack(stored, count);
  return { dimensions, codes, rowScales };
}

function unpack(stored: Uint8Array, count: number): Int8Array {
  const codes = new Int8Array(count);
  for (let index = 0; index < count; index++) {
    const byte = stored[index >> 1]!;
    codes[index] = (index & 1 ? byte >> 4 : byte & 15) - 8;
  }
  return codes;
}

/** Adds a row to a vector, without the scales of the dimensions. */
export function addRow(
  target: Float32Array,
  { codes, rowScales, dimensions }: QuantizedMatrix,
  row: number,
  weight: number,
): void {
  const factor = rowScales[row]! * weight;
  const from = row * dimensions;
  for (let dimension = 0; dimension < dimensions; dimension++)
    target[dimension] = target[dimension]! + (codes[from + dimension]! + 0.5) * factor;
}

/** The product of every row with a vector to which the scales of the dimensions were already applied. */
export function multiply({ codes, rowScales, dimensions }: QuantizedMatrix, vector: Float32Array): Float32Array {
  const products = new Float32Array(rowScales.length);
  const halves = vector.reduce((sum, value) => sum + value / 2, 0);
  for (let row = 0; row < products.length; row++) {
    let sum = halves;
    const from = row * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension++) sum += codes[from + dimension]! * vector[dimension]!;
    products[row] = sum * rowScales[row]!;
  }
  return products;
}
