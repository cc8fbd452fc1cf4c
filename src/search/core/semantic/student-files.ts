import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { readSortedStrings } from '../format/front-coding.ts';
import { type QuantizedMatrix, readQuantized } from './quantized.ts';
import { readScales } from './vectors-file.ts';

/** Vectors of some word pieces. */
export interface PieceRows {
  /** Row of each piece; continuations begin with ##. */
  rowOf: Map<string, number>;
  rows: QuantizedMatrix;
}

/** What every query needs of the student: its most frequent pieces, and where the others are. */
export interface StudentFile {
  /** Of the dimensions, for all rows of the student. */
  scales: Float32Array;
  frequent: PieceRows;
  /** Where each shard of pieces begins, see `shardOf`. */
  firstKeys: string[];
}

/** @throws IndexError */
export function readStudentFile(file: Uint8Array, name: string): StudentFile {
  const reader = new ByteReader(unseal('student', file, name), name);
  const scales = readScales(reader);
  const firstKeys = readSortedStrings(reader);
  const frequent = readPieces(reader, scales.length);
  reader.end();
  return { scales, frequent, firstKeys };
}

/**
 * Reads a shard of the student: the pieces of a range, and those before it that begin a word of the range,
 * so that the longest piece a word begins with is always in the word's own shard.
 * @throws IndexError
 */
export function readStudentShard(file: Uint8Array, name: string, dimensions: number): PieceRows {
  const reader = new ByteReader(unseal('student', file, name), name);
  const pieces = readPieces(reader, dimensions);
  reader.end();
  return pieces;
}

function readPieces(reader: ByteReader, dimensions: number): PieceRows {
  const pieces = readSortedStrings(reader);
  return {
    rowOf: new Map(pieces.map((piece, row) => [piece, row])),
    rows: readQuantized(reader, pieces.length, dimensions),
  };
}
