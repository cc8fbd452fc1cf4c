import { dimensionScales } from './format/quantized.ts';
import { writeStudentShard, type PieceVector } from './format/student-files.ts';
import { studentShards } from './student-shards.ts';

/** Bits of a code of the student's vectors; 8 would double what each rare word fetches. */
export const STUDENT_BITS = 4;

/** What of a student's files depends on the student alone. */
export interface WrittenStudent {
  dimensions: number;
  scales: Float32Array;
  firstKeys: string[];
  shards: Uint8Array[];
  vectorOf: ReadonlyMap<string, Float32Array>;
}

/** While writing, a student outlives many edits. */
const written = new WeakMap<readonly PieceVector[], WrittenStudent>();

/** Writes the shards of a student with the first `dimensions` of its vectors; the same student is written once. */
export function writtenStudent(student: readonly PieceVector[], dimensions: number): WrittenStudent {
  const before = written.get(student);
  if (before?.dimensions === dimensions) return before;
  const pieces = student.map(([piece, vector]): PieceVector => [piece, vector.subarray(0, dimensions)]);
  const scales = dimensionScales(pieces.map(([, vector]) => vector), dimensions, STUDENT_BITS);
  const { firstKeys, shards } = studentShards(pieces);
  const now = { dimensions, scales, firstKeys, shards: shards.map((shard) => writeStudentShard(shard, scales, STUDENT_BITS)), vectorOf: new Map(pieces) };
  written.set(student, now);
  return now;
}
