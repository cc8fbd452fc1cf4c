import { memoize } from '../../../cache/memoize.ts';
import { dot } from '../../core/embedding/vectors.ts';
import type { CodeBits } from '../../core/semantic/quantized.ts';
import type { SemanticIndex } from '../distil/semantic-index.ts';
import type { PieceVector } from '../distil/student.ts';
import type { IndexSection } from '../index-document.ts';
import { dimensionScales } from './format/quantized.ts';
import { writeStudentFile, writeStudentShard } from './format/student-files.ts';
import { writeVectorsFile } from './format/vectors-file.ts';
import { frequentPieces } from './frequent-pieces.ts';
import { studentShards } from './student-shards.ts';

/** Bits of a code of the student's vectors; 8 would double what each rare word fetches. */
const STUDENT_BITS = 4;

/** How many dimensions are kept of each vector, and in how many bits each. */
interface VectorBudget {
  dimensions: number;
  bits: CodeBits;
}

/** About what all sections' vectors together may take before compression; every visitor who searches fetches them. */
const MOST_BYTES = 80_000;

/** From the best to the smallest; what each loses is in src/search/README.md. */
const BUDGETS: readonly VectorBudget[] = [
  { dimensions: 128, bits: 8 },
  { dimensions: 128, bits: 4 },
  { dimensions: 96, bits: 4 },
  { dimensions: 64, bits: 4 },
];

/** The most that the vectors of so many sections can have within the bytes, else the least. */
function vectorBudget(sections: number): VectorBudget {
  return BUDGETS.find(({ dimensions, bits }) => (sections * dimensions * bits) / 8 <= MOST_BYTES) ?? BUDGETS.at(-1)!;
}

/**
 * The files of a locale's vectors and its student, by name.
 * @param stopWords Words that questions are full of, whether the site says them or not.
 */
export function semanticFiles(
  semantic: SemanticIndex,
  sections: readonly IndexSection[],
  stopWords: readonly string[],
): { files: Map<string, Uint8Array>; studentShards: number } {
  const budget = vectorBudget(sections.length);
  const dimensions = Math.min(budget.dimensions, semantic.projection.length);
  const files = new Map<string, Uint8Array>();
  files.set(
    'vectors.bin',
    writeVectorsFile(
      semantic.sections.map((vector) => vector.subarray(0, dimensions)),
      dimensions,
      budget.bits,
    ),
  );
  files.set('projection.bin', writeProjection(semantic, dimensions));
  if (semantic.student === undefined) return { files, studentShards: 0 };
  const { scales, firstKeys, shards, vectorOf } = writeStudent(semantic.student, dimensions);
  files.set(
    'student.bin',
    writeStudentFile(
      frequentPieces(sections, stopWords, vectorOf, semantic.model.pieces),
      firstKeys,
      scales,
      STUDENT_BITS,
    ),
  );
  shards.forEach((shard, place) => files.set(`student-${place}.bin`, shard));
  return { files, studentShards: shards.length };
}

/** With what questions have in common as one more column, which takes it off: see `projected` of the semantic scorer. */
function writeProjection({ projection, common, model }: SemanticIndex, dimensions: number): Uint8Array {
  const rows = projection
    .slice(0, dimensions)
    .map((row) => (common ? Float32Array.of(...row, -dot(row, common.questions)) : row));
  return writeVectorsFile(rows, model.dimensions + (common ? 1 : 0), 8);
}

/** What of a student's files depends on the first `dimensions` of its vectors alone. In the dev server a student is reused for many edits. */
const writeStudent = memoize((student: readonly PieceVector[], dimensions: number) => {
  const pieces = student.map(([piece, vector]): PieceVector => [piece, vector.subarray(0, dimensions)]);
  const scales = dimensionScales(
    pieces.map(([, vector]) => vector),
    dimensions,
    STUDENT_BITS,
  );
  const { firstKeys, shards } = studentShards(pieces);
  return {
    scales,
    firstKeys,
    shards: shards.map((shard) => writeStudentShard(shard, scales, STUDENT_BITS)),
    vectorOf: new Map(pieces),
  };
});
