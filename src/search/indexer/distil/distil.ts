import type { ProgressSink } from '../../../terminal/progress.ts';
import type { IndexSection } from '../index-document.ts';
import { embedWithProgress } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import type { PieceVector } from '../write/format/student-files.ts';
import { bagsOf } from './bags.ts';
import { fitTable, shortfall, type FitOptions } from './fit.ts';
import { meanCosine } from './evaluate.ts';
import { loadPrior, type PriorOptions } from './prior.ts';
import { principalDirections, projectRows } from './project.ts';
import { joined, rowsOf } from './matrix.ts';
import { siteQuestions } from './site-questions.ts';
import { siteSpans } from './site-spans.ts';

export interface DistilInput {
  locale: string;
  sections: readonly IndexSection[];
  /** The teacher's vectors of the sections. */
  vectors: readonly Float32Array[];
  teacher: Teacher;
  progress: ProgressSink;
  prior?: Pick<PriorOptions, 'cache' | 'spans'>;
}

/** How well the student learned. */
export interface StudentReport {
  /** Spans it learned from. */
  spans: number;
  /** Spans kept from it to examine it with. */
  heldOut: number;
  /** Mean cosine between its vectors and the teacher's for those. */
  heldOutCosine: number;
}

export interface Student {
  table: PieceVector[];
  /** Rows that take the teacher's vectors into the student's dimensions. */
  projection: Float32Array[];
  report: StudentReport;
}

const DIMENSIONS = 128;
const FIT: FitOptions = { hold: 5, rounds: 2, steps: 8 };
/** Of so many spans one is kept for the examination. */
const HELD_OUT_EVERY = 25;
/** Spans of the site's own text; more teach little and cost the teacher two milliseconds each. */
const MOST_SPANS = 10_000;

/**
 * Fits the student of one site: a vector for each word piece, so that the sum over the pieces of a question lies where
 * the teacher would put the question. The same sections and settings give the same student.
 */
export async function distil({ locale, sections, vectors, teacher, progress, prior }: DistilInput): Promise<Student> {
  if (sections.length === 0) return { table: [], projection: [], report: { spans: 0, heldOut: 0, heldOutCosine: 0 } };
  const general = await loadPrior(teacher, { locale, progress, ...prior });
  const texts = [...new Set([...siteSpans(sections, MOST_SPANS), ...(await siteQuestions(sections, locale))])];
  const taught = await embedWithProgress(texts, teacher, progress, { kind: 'query', title: 'Teaching the student this site' });
  const projection = await principalDirections(vectors, taught, DIMENSIONS);
  const width = projection.length;
  const bags = texts.map((text) => teacher.tokenize(text));
  const learned = bags.map((_, place) => place % HELD_OUT_EVERY !== 0);
  const training = bagsOf(bags.filter((_, place) => learned[place]));
  const targets = await projectRows(joined(taught.filter((_, place) => learned[place])), teacher.dimensions, projection);
  const known = [...new Set([...general.pieces, ...training.pieces])].sort((one, other) => one - other);
  const unscaled = await projectRows(general.rowsOf(known), teacher.dimensions, projection);
  const rowOf = new Map(rowsOf(unscaled, width).map((row, place) => [known[place]!, row]));
  const scale = shortfall(training, targets, joined(training.pieces.map((piece) => rowOf.get(piece)!)), width);
  const table = new Map<number, Float32Array>([...rowOf].map(([piece, row]) => [piece, row.map((value) => scale * value)]));
  const start = joined(training.pieces.map((piece) => table.get(piece)!));
  const fitted = rowsOf(fitTable(training, targets, start, width, FIT), width);
  training.pieces.forEach((piece, column) => table.set(piece, fitted[column]!));
  const held = bags.flatMap((bag, place) => (learned[place] ? [] : [{ bag, vector: taught[place]! }]));
  const truths = rowsOf(await projectRows(joined(held.map(({ vector }) => vector)), teacher.dimensions, projection), width);
  const examined = held.map(({ bag }, row) => ({ bag, vector: truths[row]! }));
  return {
    table: known.map((piece): PieceVector => [teacher.vocabulary[piece]!, table.get(piece)!]),
    projection,
    report: { spans: training.starts.length - 1, heldOut: examined.length, heldOutCosine: meanCosine(examined, table, width) },
  };
}
