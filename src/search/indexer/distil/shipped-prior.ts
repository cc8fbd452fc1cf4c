import { readFile } from 'node:fs/promises';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { PieceForm } from '../../core/semantic/pieces.ts';
import { concatenateRows, rowsOf } from '../embed/matrix.ts';
import { principalComponents, projectRows } from './project.ts';

/** Where the priors lie that come with the project; `npm run learn-prior` writes them. */
export const SHIPPED_PRIORS = new URL('./priors/', import.meta.url);

/** Changes with the layout below. */
const VERSION = 1;
/** A step of the codes, in lengths of a row, where the header tells none. */
const FORMER_STEP = 0.05;
/**
 * A step of the codes, in lengths of a row: with 0.05 a tenth of what a row says is lost, with 0.07 a seventh. Students of a
 * unigram vocabulary have more rows; the coarser step keeps their files as small as the others.
 */
export const STEP: Record<PieceForm, number> = { wordpiece: 0.05, unigram: 0.07 };
const MOST = 127;
/** Lengths of rows are kept as powers of 2^(1/16). */
const LENGTHS_PER_OCTAVE = 16;

interface Header {
  version: number;
  /** Dimensions of a row. */
  width: number;
  /** Rows of the vocabulary, those without a vector included. */
  vocabulary: number;
  /** Rows that are kept. */
  rows: number;
  /** A step of the codes, in lengths of a row; `FORMER_STEP` unless given. */
  step?: number;
}

/** The file of a prior: named by model, language and all that the prior is learned from, so that another one is not found. */
export function shippedName(teacher: string, language: string, key: string): string {
  return `${teacher}-${language}-${key}.bin`;
}

/**
 * Packs the rows of a prior to a quarter of their 8-bit size. Each row is turned into the principal components of all
 * rows and rounded to steps in proportion to its length: components that say little become zeros, which the compression
 * that follows keeps for next to nothing (uniform quantization with entropy coding, the classic of transform coding).
 * @param rows One row of `width` for each piece of the vocabulary; zeros for those that were not learned.
 * @param step Of the codes, in lengths of a row, such as `STEP` has.
 */
export async function packPrior(rows: Float32Array, width: number, step: number): Promise<Uint8Array> {
  const all = rowsOf(rows, width);
  const kept = all.flatMap((row, number) => (row.some((value) => value !== 0) ? [number] : []));
  const vectors = kept.map((number) => all[number]!);
  const { codes: rotation, scales } = roundedRotation(await principalComponents(vectors, vectors, width));
  const turned = await projectRows(concatenateRows(vectors), width, rotationRows(rotation, scales, width));
  const lengths = Uint8Array.from(vectors, (row) =>
    lengthCode(Math.sqrt(row.reduce((sum, value) => sum + value ** 2, 0))),
  );
  // Component by component, since those that say little are alike.
  const codes = new Int8Array(turned.length);
  lengths.forEach((length, row) => {
    const size = step * lengthOf(length);
    for (let place = 0; place < width; place++) {
      const code = Math.round(turned[row * width + place]! / size);
      codes[place * lengths.length + row] = Math.max(-MOST, Math.min(MOST, code));
    }
  });
  const header: Header = { version: VERSION, width, vocabulary: all.length, rows: kept.length, step };
  const numbers = Uint16Array.from(kept, (number, place) => number - (kept[place - 1] ?? 0));
  const text = new TextEncoder().encode(`${JSON.stringify(header)}\n`.padEnd(128));
  const parts = [text, bytesOf(scales), bytesOf(rotation), bytesOf(numbers), lengths, bytesOf(codes)];
  return brotliCompressSync(Buffer.concat(parts), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

/**
 * Reads what `packPrior` wrote.
 * @throws Error for a file of another version, or that is cut.
 */
export async function unpackPrior(packed: Uint8Array): Promise<Float32Array> {
  const bytes = brotliDecompressSync(packed);
  const { version, width, vocabulary, rows, step = FORMER_STEP } = JSON.parse(bytes.toString('utf8', 0, 128)) as Header;
  if (version !== VERSION)
    throw new Error(`A prior of version ${version}, where ${VERSION} is read. Run npm run learn-prior.`);
  let at = 128;
  const take = (length: number): ArrayBuffer => Uint8Array.from(bytes.subarray(at, (at += length))).buffer;
  const scales = new Float32Array(take(4 * width));
  const rotation = new Int8Array(take(width * width));
  const numbers = new Uint16Array(take(2 * rows));
  const lengths = new Uint8Array(take(rows));
  const codes = new Int8Array(take(width * rows));
  const turned = new Float32Array(rows * width);
  lengths.forEach((length, row) => {
    const size = step * lengthOf(length);
    for (let place = 0; place < width; place++) turned[row * width + place] = size * codes[place * rows + row]!;
  });
  const vectors = await projectRows(turned, width, columnsOf(rotationRows(rotation, scales, width), width));
  const result = new Float32Array(vocabulary * width);
  let number = 0;
  numbers.forEach((gap, row) => {
    number += gap;
    result.set(vectors.subarray(row * width, (row + 1) * width), number * width);
  });
  return result;
}

/** The rows of the prior that comes with the project; undefined when it has none of that name. */
export async function readShippedPrior(name: string, folder = SHIPPED_PRIORS): Promise<Float32Array | undefined> {
  const packed = await readFile(new URL(name, folder)).catch(() => undefined);
  return packed && unpackPrior(packed);
}

/** The directions in 8 bits, a scale each. */
function roundedRotation(directions: readonly Float32Array[]): { codes: Int8Array; scales: Float32Array } {
  const scales = Float32Array.from(
    directions,
    (row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST,
  );
  const codes = Int8Array.from(concatenateRows(directions), (value, place) =>
    Math.round(value / scales[Math.floor(place / directions[0]!.length)]!),
  );
  return { codes, scales };
}

function rotationRows(codes: Int8Array, scales: Float32Array, width: number): Float32Array[] {
  return Array.from(scales, (scale, row) =>
    Float32Array.from(codes.subarray(row * width, (row + 1) * width), (code) => code * scale),
  );
}

function columnsOf(rows: readonly Float32Array[], width: number): Float32Array[] {
  return Array.from({ length: width }, (_, column) => Float32Array.from(rows, (row) => row[column]!));
}

function lengthCode(length: number): number {
  return Math.max(0, Math.min(255, Math.round(Math.log2(length) * LENGTHS_PER_OCTAVE) + 128));
}

function lengthOf(code: number): number {
  return 2 ** ((code - 128) / LENGTHS_PER_OCTAVE);
}

/** As little-endian machines hold it, which all are that this runs on. */
function bytesOf(array: Float32Array | Int8Array | Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
