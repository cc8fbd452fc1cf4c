import type { CodeBits } from '../../../core/semantic/quantized.ts';
import type { PieceVector } from '../../distil/student.ts';
import { ByteWriter } from './byte-writer.ts';
import { writeSortedStrings } from './front-coding.ts';
import { writeQuantized } from './quantized.ts';
import { seal } from './seal.ts';
import { writeScales } from './vectors-file.ts';

/** Writes what `readStudentFile` reads. The pieces are sorted. */
export function writeStudentFile(
  frequent: readonly PieceVector[],
  firstKeys: readonly string[],
  scales: Float32Array,
  bits: CodeBits,
): Uint8Array {
  const writer = new ByteWriter();
  writeScales(writer, scales);
  writeSortedStrings(writer, firstKeys);
  writePieces(writer, frequent, scales, bits);
  return seal('student', writer.finish());
}

/** Writes what `readStudentShard` reads. The pieces are sorted. */
export function writeStudentShard(pieces: readonly PieceVector[], scales: Float32Array, bits: CodeBits): Uint8Array {
  const writer = new ByteWriter();
  writePieces(writer, pieces, scales, bits);
  return seal('student', writer.finish());
}

function writePieces(writer: ByteWriter, pieces: readonly PieceVector[], scales: Float32Array, bits: CodeBits): void {
  writeSortedStrings(
    writer,
    pieces.map(([piece]) => piece),
  );
  writeQuantized(
    writer,
    pieces.map(([, vector]) => vector),
    { scales, bits },
  );
}
