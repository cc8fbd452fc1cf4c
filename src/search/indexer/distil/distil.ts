import type { ProgressSink } from '../../../terminal/progress.ts';
import { addTo, dot } from '../../core/embedding/vectors.ts';
import { meanOf, withoutCommon } from '../embed/centre.ts';
import { embedWithProgress } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import type { IndexSection } from '../index-document.ts';
import { bagsOf } from './bags.ts';
import { type FitOptions, fitTable, priorScale } from './fit.ts';
import { concatenateRows, rowsOf } from './matrix.ts';
import { loadPrior, type PriorOptions } from './prior.ts';
import { principalComponents, projectRows } from './project.ts';
import { siteQuestions } from './site-questions.ts';
import { siteSpans } from './site-spans.ts';
import type { PieceVector, Student } from './student.ts';
import { studentVocabulary } from './student-vocabulary.ts';

export interface DistilInput {
  locale: string;
  sections: readonly IndexSection[];
  /** The teacher's vectors of the sections. */
  vectors: readonly Float32Array[];
  teacher: Teacher;
  progress: ProgressSink;
  prior?: Pick<PriorOptions, 'cache' | 'spans'>;
}

const DIMENSIONS = 128;
const FIT: FitOptions = { lambda: 5, rounds: 2, steps: 8 };
/** Of so many spans one is held out. */
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
  const questions = await siteQuestions(sections, locale);
  const texts = [...new Set([...siteSpans(sections, MOST_SPANS), ...questions])];
  const embedded = await embedWithProgress(texts, teacher, progress, {
    kind: 'query',
    title: 'Teaching the student this site',
  });
  progress.start('Fitting the student', 1);
  // Where a language has no phrases, what is asked is nearest to what the site says.
  const common = teacher.centred
    ? meanOf(embedded.slice(questions.length > 0 ? Math.max(0, texts.length - questions.length) : 0))
    : undefined;
  const taught = common ? embedded.map((vector) => withoutCommon(vector, common)) : embedded;
  const projection = await principalComponents(vectors, taught, DIMENSIONS);
  const width = projection.length;
  const vocabulary = studentVocabulary(teacher, locale);
  const bags = texts.map((text) => vocabulary.tokenize(text));
  const learned = bags.map((_, place) => place % HELD_OUT_EVERY !== 0);
  const training = bagsOf(bags.filter((_, place) => learned[place]));
  const targets = await projectRows(
    concatenateRows(taught.filter((_, place) => learned[place])),
    teacher.dimensions,
    projection,
  );
  const known = [...new Set([...general.pieces, ...training.pieces])].sort((one, other) => one - other);
  const unscaled = await projectRows(general.rowsOf(known), teacher.dimensions, projection);
  const rowOf = new Map(rowsOf(unscaled, width).map((row, place) => [known[place]!, row]));
  const scale = priorScale(
    training,
    targets,
    concatenateRows(training.pieces.map((piece) => rowOf.get(piece)!)),
    width,
  );
  const table = new Map<number, Float32Array>(
    [...rowOf].map(([piece, row]) => [piece, row.map((value) => scale * value)]),
  );
  const initial = concatenateRows(training.pieces.map((piece) => table.get(piece)!));
  const fitted = rowsOf(fitTable(training, targets, initial, width, FIT), width);
  training.pieces.forEach((piece, column) => table.set(piece, fitted[column]!));
  const heldOut = bags.flatMap((bag, place) => (learned[place] ? [] : [{ bag, vector: taught[place]! }]));
  const truths = rowsOf(
    await projectRows(concatenateRows(heldOut.map(({ vector }) => vector)), teacher.dimensions, projection),
    width,
  );
  const evaluated = heldOut.map(({ bag }, row) => ({ bag, vector: truths[row]! }));
  progress.stop();
  return {
    table: known.map((piece): PieceVector => [vocabulary.pieces[piece]!, table.get(piece)!]),
    projection,
    ...(common && { common }),
    report: {
      spans: training.starts.length - 1,
      heldOut: evaluated.length,
      heldOutCosine: meanCosine(evaluated, table, width),
    },
  };
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
