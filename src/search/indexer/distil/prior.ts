import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../cache/atomic-write.ts';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import { memoize } from '../../../cache/memoize.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { embedWithProgress } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import { bagsOf } from './bags.ts';
import { type FitOptions, fitTable } from './fit.ts';
import { concatenateRows } from './matrix.ts';
import { phrasesOf } from './phrases/phrases-of.ts';
import { decodePrior, encodePrior } from './prior-file.ts';
import { questionSpans } from './question-spans.ts';
import { pick, type Random, seededRandom } from './seeded-random.ts';
import { packPrior, readShippedPrior, shippedName } from './shipped-prior.ts';

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

const SPANS = { vocabulary: 20_000, questions: 20_000 };
export const PRIOR_FIT: FitOptions = { lambda: 1, rounds: 3, steps: 8 };
/** Pieces that people may type: Latin letters, digits, signs. The scripts that a model like this doesn't understand are left out. */
const LEARNED = /^(##)?[\p{Script=Latin}\p{N}]+$|^[!-/:-@[-`{-~]$/u;

/** Words of Latin letters; of the pieces these alone are words that people type. */
const WORD = /^\p{Script=Latin}{3,}$/u;
/** Words of a random string at most. */
const LONGEST_STRING = 6;

/**
 * Fits a student for no site in particular: on the vocabulary's pieces alone, on random strings of its words and on
 * made-up questions. It is where customers' words are found that the site never uses. For the models that
 * most sites use it comes with the project; for another one it is made once and kept in the cache.
 */
export async function loadPrior(teacher: Teacher, { progress, ...options }: PriorOptions): Promise<Prior> {
  const ready = prepared(teacher).get(options.locale);
  prepared(teacher).delete(options.locale);
  const { known, file, pieces, texts } = ready ?? (await readPrior(teacher, options));
  if (known) return known;
  const bytes = encodePrior(await fitPrior(teacher, pieces, texts, progress), teacher.dimensions);
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
  { locale, cache = cacheFolder(), spans = SPANS }: Omit<PriorOptions, 'progress'>,
) {
  const { pieces, texts } = priorSpans(teacher, locale, spans);
  const key = createHash('sha256')
    .update(JSON.stringify([teacher.id, teacher.prefixes.query, pieces.length, texts, PRIOR_FIT]))
    .digest('hex')
    .slice(0, 16);
  const name = shippedName(teacher.id, key);
  const file = join(cache, 'distilled', name);
  const rows =
    (await readShippedPrior(name)) ??
    decodePrior(await readFile(file).catch(() => new Uint8Array()), teacher.dimensions);
  const known =
    rows.length === teacher.vocabulary.length * teacher.dimensions ? priorOf(rows, teacher.dimensions) : undefined;
  return { known, file, name, pieces, texts };
}

/** What the prior of a model and a locale is learned from. */
export function priorSpans(teacher: Teacher, locale: string, spans = SPANS): { pieces: number[]; texts: string[] } {
  const pieces = teacher.vocabulary.flatMap((piece, number) => (LEARNED.test(piece) ? [number] : []));
  return { pieces, texts: generalSpans(teacher.vocabulary, locale, spans) };
}

/**
 * Learns a prior anew, to be shipped with the project.
 * @returns the name and the bytes of its file in `SHIPPED_PRIORS`.
 */
export async function learnPrior(
  teacher: Teacher,
  { locale, progress }: Pick<PriorOptions, 'locale' | 'progress'>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, pieces, texts } = await readPrior(teacher, { locale });
  return { name, bytes: await packPrior(await fitPrior(teacher, pieces, texts, progress), teacher.dimensions) };
}

function generalSpans(
  vocabulary: readonly string[],
  locale: string,
  counts: { vocabulary: number; questions: number },
): string[] {
  const phrases = phrasesOf(locale);
  const frames =
    phrases?.frames
      .filter((frame) => /^[^{]*\{(do|thing)\}[^{]*$/.test(frame))
      .map((frame) => frame.replace(/\{\w+\}/, '{}')) ?? [];
  const settle = phrases?.settle ?? ((text: string) => text);
  const words = vocabularySpans(counts.vocabulary, vocabulary, frames, seededRandom('words of the vocabulary'));
  const questions = phrases ? questionSpans(counts.questions, phrases, seededRandom('questions')) : [];
  return [...new Set([...words.map(settle), ...questions])];
}

/**
 * Random strings of words of the model's own vocabulary, some in the frame of a question: what the teacher makes of
 * words beside others, whatever they are. Vocabularies are sorted by frequency or nearly so; half the words are drawn
 * from the frequent ones.
 * @param frames Questions with one blank, `{}`; may be empty.
 */
function vocabularySpans(
  count: number,
  vocabulary: readonly string[],
  frames: readonly string[],
  random: Random,
): string[] {
  const words = vocabulary.filter((piece) => WORD.test(piece));
  if (words.length === 0) return [];
  return Array.from({ length: count }, () => {
    const framed = frames.length > 0 && random() < 0.5;
    const length = 1 + Math.floor(random() * (framed ? LONGEST_STRING - 2 : LONGEST_STRING));
    const text = Array.from(
      { length },
      () => words[Math.floor(words.length * random() ** (random() < 0.5 ? 2 : 1))]!,
    ).join(' ');
    return framed ? pick(frames, random).replace('{}', text) : text;
  });
}

async function fitPrior(
  teacher: Teacher,
  pieces: readonly number[],
  texts: readonly string[],
  progress: ProgressSink,
): Promise<Float32Array> {
  const width = teacher.dimensions;
  // A continuation (##ing) is no text; the letters alone are the nearest to it.
  const alone = pieces.map((piece) => teacher.vocabulary[piece]!.replace(/^##(?=.)/, ''));
  const vectors = await embedWithProgress([...alone, ...texts], teacher, progress, {
    kind: 'query',
    title: 'Learning the words of the model (once)',
  });
  const bags = bagsOf([...pieces.map((piece) => [piece]), ...texts.map((text) => teacher.tokenize(text))]);
  centre(vectors, pieces.length);
  const table = fitTable(
    bags,
    concatenateRows(vectors),
    new Float32Array(bags.pieces.length * width),
    width,
    PRIOR_FIT,
  );
  const rows = new Float32Array(teacher.vocabulary.length * width);
  bags.pieces.forEach((piece, column) => rows.set(table.subarray(column * width, (column + 1) * width), piece * width));
  return rows;
}

/** Takes from the first vectors their mean: what all pieces have in common says nothing, and would pile up in a sum. */
function centre(vectors: Float32Array[], count: number): void {
  const mean = new Float32Array(vectors[0]!.length);
  for (const vector of vectors.slice(0, count))
    vector.forEach((value, place) => (mean[place] = mean[place]! + value / count));
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
