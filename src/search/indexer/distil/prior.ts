import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../cache/atomic-write.ts';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import { memoize } from '../../../cache/memoize.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { textOfPiece } from '../../core/semantic/pieces.ts';
import { languageOf } from '../../core/text/language.ts';
import { meanOf, withoutCommon } from '../embed/centre.ts';
import { concatenateRows } from '../embed/matrix.ts';
import { embedWithProgress } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import { bagsOf } from './bags.ts';
import { type FitOptions, fitTable } from './fit.ts';
import { decodePrior, encodePrior } from './prior-file.ts';
import { type PriorSpans, priorSpans } from './prior-spans.ts';
import { packPrior, readShippedPrior, STEP, shippedName } from './shipped-prior.ts';

/** What the student knows of the model before it has seen a site. */
export interface Prior {
  /** Numbers of the pieces that were learned. */
  pieces: number[];
  /** Rows of the teacher's dimensions for these pieces, one after the other; zeros for pieces that were not learned. */
  rowsOf(pieces: readonly number[]): Float32Array;
}

export interface PriorOptions {
  locale: string;
  progress: ProgressSink;
  /** Folder of all caches; `cacheFolder()` unless given. */
  cache?: string;
  /** Spans to learn from: strings of the vocabulary's words, and made-up questions. */
  spans?: { vocabulary: number; questions: number };
}

export const PRIOR_FIT: FitOptions = { lambda: 1, rounds: 3, steps: 8 };

/**
 * Fits a student for no site in particular: on the vocabulary's pieces alone, on random strings of its words and on
 * made-up questions. It is where customers' words are found that the site never uses. For the models that
 * most sites use it comes with the project; for another one it is made once and kept in the cache.
 */
export async function loadPrior(teacher: Teacher, { progress, ...options }: PriorOptions): Promise<Prior> {
  const ready = prepared(teacher).get(options.locale);
  prepared(teacher).delete(options.locale);
  const { known, file, spans } = ready ?? (await readPrior(teacher, options));
  if (known) return known;
  const bytes = encodePrior(await fitPrior(teacher, spans, progress), teacher.dimensions);
  await writeFileAtomically(file, bytes);
  return priorOf(decodePrior(bytes, teacher.dimensions), teacher.dimensions);
}

/** Reads the prior that the next build of a locale will ask for, where an earlier one fitted it. */
export async function preparePrior(teacher: Teacher, options: Omit<PriorOptions, 'progress'>): Promise<void> {
  prepared(teacher).set(options.locale, await readPrior(teacher, options));
}

/** By teacher and locale: priors read ahead; each is removed when taken, since it occupies tens of megabytes. */
const prepared = memoize((_teacher: Teacher) => new Map<string, Awaited<ReturnType<typeof readPrior>>>());

/** The prior as it comes with the project or as the cache has it, and what it is fitted to. */
async function readPrior(
  teacher: Teacher,
  { locale, cache = cacheFolder(), spans: counts }: Omit<PriorOptions, 'progress'>,
) {
  const learned = priorSpans(teacher, locale, counts);
  const { pieces, texts } = learned;
  const centred = teacher.centred ? ['centred'] : [];
  const key = createHash('sha256')
    .update(JSON.stringify([teacher.family, teacher.prefixes.query, pieces.length, texts, PRIOR_FIT, ...centred]))
    .digest('hex')
    .slice(0, 16);
  const name = shippedName(teacher.family, languageOf(locale), key);
  const file = join(cache, 'distilled', name);
  const rows =
    (await readShippedPrior(name)) ??
    decodePrior(await readFile(file).catch(() => new Uint8Array()), teacher.dimensions);
  const known =
    rows.length === learned.vocabulary.pieces.length * teacher.dimensions
      ? priorOf(rows, teacher.dimensions)
      : undefined;
  return { known, file, name, spans: learned };
}

/**
 * Learns a prior anew, to be shipped with the project.
 * @returns the name and the bytes of its file in `SHIPPED_PRIORS`.
 */
export async function learnPrior(
  teacher: Teacher,
  { locale, progress }: Pick<PriorOptions, 'locale' | 'progress'>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, spans } = await readPrior(teacher, { locale });
  const rows = await fitPrior(teacher, spans, progress);
  return { name, bytes: await packPrior(rows, teacher.dimensions, STEP[teacher.pieceForm]) };
}

async function fitPrior(
  teacher: Teacher,
  { vocabulary, pieces, texts, questions }: PriorSpans,
  progress: ProgressSink,
): Promise<Float32Array> {
  const width = teacher.dimensions;
  const alone = pieces.map((piece) => textOfPiece(vocabulary.pieces[piece]!, vocabulary.form));
  let vectors = await embedWithProgress([...alone, ...texts], teacher, progress, {
    kind: 'query',
    title: 'Learning the words of the model (once)',
  });
  const bags = bagsOf([...pieces.map((piece) => [piece]), ...texts.map((text) => vocabulary.tokenize(text))]);
  if (teacher.centred) {
    const common = meanOf(vectors.slice(pieces.length + (questions < texts.length ? questions : 0)));
    vectors = vectors.map((vector) => withoutCommon(vector, common));
  }
  centre(vectors, pieces.length);
  const table = fitTable(
    bags,
    concatenateRows(vectors),
    new Float32Array(bags.pieces.length * width),
    width,
    PRIOR_FIT,
  );
  const rows = new Float32Array(vocabulary.pieces.length * width);
  bags.pieces.forEach((piece, column) => rows.set(table.subarray(column * width, (column + 1) * width), piece * width));
  return rows;
}

/** Takes from the first vectors their mean: what all pieces have in common says nothing, and would pile up in a sum. */
function centre(vectors: Float32Array[], count: number): void {
  const mean = meanOf(vectors.slice(0, count));
  for (let row = 0; row < count; row++) vectors[row] = vectors[row]!.map((value, place) => value - mean[place]!);
}

function priorOf(rows: Float32Array, width: number): Prior {
  const rowOf = (piece: number): Float32Array => rows.subarray(piece * width, (piece + 1) * width);
  const pieces = Array.from({ length: rows.length / width }, (_, piece) => piece).filter((piece) =>
    rowOf(piece).some((value) => value !== 0),
  );
  const rowsOf = (wanted: readonly number[]): Float32Array => {
    const result = new Float32Array(wanted.length * width);
    wanted.forEach((piece, place) => result.set(rowOf(piece), place * width));
    return result;
  };
  return { pieces, rowsOf };
}
