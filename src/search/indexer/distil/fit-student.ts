import type { ProgressSink } from '../../../terminal/progress.ts';
import { addTo, dot } from '../../core/embedding/vectors.ts';
import { concatenateRows, rowsOf } from '../embed/matrix.ts';
import type { Teacher } from '../embed/teacher.ts';
import { bagsOf } from './bags.ts';
import { type FitOptions, fitTable, priorScale } from './fit.ts';
import { loadPrior, type Prior, type PriorOptions } from './prior.ts';
import { projectRows } from './project.ts';
import type { PieceVector, StudentReport } from './student.ts';
import { studentVocabulary } from './student-vocabulary.ts';

export interface StudentInput {
  /** Whose word pieces and prior the student has. */
  locale: string;
  /** What it learns from. */
  texts: readonly string[];
  /** For each text the teacher's dimensions of where it belongs; what all have in common is taken off. */
  targets: readonly Float32Array[];
  /** Rows that take the teacher's vectors into the student's dimensions. */
  projection: readonly Float32Array[];
  teacher: Teacher;
  progress: ProgressSink;
  prior?: Pick<PriorOptions, 'cache' | 'spans'> | undefined;
}

const FIT: FitOptions = { lambda: 5, rounds: 2, steps: 8 };
/** Of so many spans one is held out. */
const HELD_OUT_EVERY = 25;
const PIECES_AT_ONCE = 4_096;

/**
 * Fits a vector for each word piece, so that the sum over the pieces of a text lies where its target does. Pieces that no
 * text has keep what the prior knows of them. The same input gives the same student.
 */
export async function fitStudent({
  locale,
  texts,
  targets,
  projection,
  teacher,
  progress,
  prior,
}: StudentInput): Promise<{ table: PieceVector[]; report: StudentReport }> {
  const general = await loadPrior(teacher, { locale, progress, ...prior });
  progress.start('Fitting the student', 1);
  const width = projection.length;
  const vocabulary = studentVocabulary(teacher, locale);
  const bags = texts.map((text) => vocabulary.tokenize(text));
  const learned = bags.map((_, place) => place % HELD_OUT_EVERY !== 0);
  const training = bagsOf(bags.filter((_, place) => learned[place]));
  const wanted = await projectRows(
    concatenateRows(targets.filter((_, place) => learned[place])),
    teacher.dimensions,
    projection,
  );
  const known = [...new Set([...general.pieces, ...training.pieces])].sort((one, other) => one - other);
  const rowOf = await projectedPrior(general, known, teacher.dimensions, projection);
  const scale = priorScale(training, wanted, concatenateRows(training.pieces.map((piece) => rowOf.get(piece)!)), width);
  const table = new Map<number, Float32Array>(
    [...rowOf].map(([piece, row]) => [piece, row.map((value) => scale * value)]),
  );
  const initial = concatenateRows(training.pieces.map((piece) => table.get(piece)!));
  const fitted = rowsOf(fitTable(training, wanted, initial, width, FIT), width);
  training.pieces.forEach((piece, column) => table.set(piece, fitted[column]!));
  const heldOut = bags.flatMap((bag, place) => (learned[place] ? [] : [{ bag, vector: targets[place]! }]));
  const truths = rowsOf(
    await projectRows(concatenateRows(heldOut.map(({ vector }) => vector)), teacher.dimensions, projection),
    width,
  );
  const evaluated = heldOut.map(({ bag }, row) => ({ bag, vector: truths[row]! }));
  progress.stop();
  return {
    table: known.map((piece): PieceVector => [vocabulary.pieces[piece]!, table.get(piece)!]),
    report: {
      spans: training.starts.length - 1,
      heldOut: evaluated.length,
      heldOutCosine: meanCosine(evaluated, table, width),
    },
  };
}

/** By piece: the prior's row in the student's dimensions; some thousand are taken there at a time. */
async function projectedPrior(
  prior: Prior,
  pieces: readonly number[],
  dimensions: number,
  projection: readonly Float32Array[],
): Promise<Map<number, Float32Array>> {
  const rowOf = new Map<number, Float32Array>();
  for (let from = 0; from < pieces.length; from += PIECES_AT_ONCE) {
    const some = pieces.slice(from, from + PIECES_AT_ONCE);
    const rows = await projectRows(prior.rowsOf(some), dimensions, projection);
    rowsOf(rows, projection.length).forEach((row, place) => rowOf.set(some[place]!, row));
  }
  return rowOf;
}

/** A span the student has not seen: its word pieces, and where the teacher puts it. */
interface HeldOutSpan {
  bag: readonly number[];
  vector: Float32Array;
}

/** Mean cosine between the sums of the pieces' vectors and the teacher's vectors; 0 for no spans. */
function meanCosine(spans: readonly HeldOutSpan[], table: ReadonlyMap<number, Float32Array>, width: number): number {
  const cosines = spans.map(({ bag, vector }) => {
    const sum = new Float32Array(width);
    for (const piece of bag) {
      const row = table.get(piece);
      if (row) addTo(sum, row);
    }
    return dot(sum, vector) / (Math.sqrt(dot(sum, sum) * dot(vector, vector)) || 1);
  });
  return cosines.reduce((total, cosine) => total + cosine, 0) / Math.max(1, cosines.length);
}
