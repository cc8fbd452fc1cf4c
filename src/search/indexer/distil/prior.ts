import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../cache/atomic-write.ts';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import { memoize } from '../../../cache/memoize.ts';
import type { ProgressSink } from '../../../terminal/progress.ts';
import { type PieceForm, textOfPiece } from '../../core/semantic/pieces.ts';
import { languageOf } from '../../core/text/language.ts';
import { meanOf, withoutCommon } from '../embed/centre.ts';
import { embedWithProgress } from '../embed/section-vectors.ts';
import type { Teacher } from '../embed/teacher.ts';
import { lettersOf } from '../model/piece-filter.ts';
import { bagsOf } from './bags.ts';
import { type FitOptions, fitTable } from './fit.ts';
import { concatenateRows } from './matrix.ts';
import { phrasesOf } from './phrases/phrases-of.ts';
import { decodePrior, encodePrior } from './prior-file.ts';
import { questionSpans } from './question-spans.ts';
import { pick, type Random, seededRandom } from './seeded-random.ts';
import { packPrior, readShippedPrior, STEP, shippedName } from './shipped-prior.ts';
import { type StudentVocabulary, studentVocabulary } from './student-vocabulary.ts';

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
/** Tells which pieces of a language's vocabulary are learned, and which of them are words. */
interface PieceKinds {
  /** Pieces that people may type: letters, digits, signs. */
  learned: RegExp;
  /** Words: of three letters where words are made of letters, of fewer characters elsewhere. */
  word: RegExp;
}

const KINDS: Record<PieceForm, (language: string) => PieceKinds> = {
  // Of a WordPiece vocabulary only Latin letters and those of the language: such a model has pieces of scripts that it does
  // not understand. A Chinese character is a word of its own and goes on with no other.
  wordpiece(language) {
    const letters = lettersOf(language);
    return {
      learned: new RegExp(`^(?!##\\p{Script=Han})(##)?[\\p{Script=Latin}${letters}\\p{N}]+$|^[!-/:-@[-\`{-~]$`, 'u'),
      word: new RegExp(`^[\\p{Script=Latin}${letters}]{3,}$|^(?=\\p{Script=Han})[${letters}]$`, 'u'),
    };
  },
  unigram: () => ({
    learned: /^▁?[\p{L}\p{M}\p{N}]+$|^▁?[!-/:-@[-`{-~]$/u,
    word: /^▁[\p{L}\p{M}]{3,}$|^▁\p{Script=Hangul}{2}$|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u,
  }),
};
/** Of the words of a vocabulary of several scripts, the Latin ones that stand beside those of another script: one for so many. */
const LATIN_SHARE = 8;
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
  { locale, cache = cacheFolder(), spans: counts = SPANS }: Omit<PriorOptions, 'progress'>,
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

/** What the prior of a model and a locale is learned from. */
export interface PriorSpans {
  vocabulary: StudentVocabulary;
  /** Numbers of the pieces that are learned, each of which is a span of its own. */
  pieces: number[];
  /** Random strings of words, then questions. */
  texts: string[];
  /** Where the questions begin in `texts`. */
  questions: number;
}

export function priorSpans(teacher: Teacher, locale: string, counts = SPANS): PriorSpans {
  const vocabulary = studentVocabulary(teacher, locale);
  const { learned } = KINDS[vocabulary.form](languageOf(locale));
  const pieces = vocabulary.pieces.flatMap((piece, number) => (learned.test(piece) ? [number] : []));
  return { vocabulary, pieces, ...generalSpans(vocabulary, locale, counts) };
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

function generalSpans(
  vocabulary: StudentVocabulary,
  locale: string,
  counts: { vocabulary: number; questions: number },
): Pick<PriorSpans, 'texts' | 'questions'> {
  const phrases = phrasesOf(locale);
  const frames =
    phrases?.frames
      .filter((frame) => /^[^{]*\{(do|thing)\}[^{]*$/.test(frame))
      .map((frame) => frame.replace(/\{\w+\}/, '{}')) ?? [];
  const settle = phrases?.settle ?? ((text: string) => text);
  const words = vocabularySpans(
    counts.vocabulary,
    wordsOf(vocabulary, KINDS[vocabulary.form](languageOf(locale)).word),
    { frames, gap: phrases?.gap ?? ' ' },
    seededRandom('words of the vocabulary'),
  );
  const questions = phrases ? questionSpans(counts.questions, phrases, seededRandom('questions')) : [];
  const strings = new Set(words.map(settle));
  return { texts: [...new Set([...strings, ...questions])], questions: strings.size };
}

/** Words that people type, the most frequent first. */
function wordsOf({ pieces, form }: StudentVocabulary, isWord: RegExp): string[] {
  const words = pieces.filter((piece) => isWord.test(piece)).map((piece) => textOfPiece(piece, form));
  const isLatin = (word: string): boolean => /\p{Script=Latin}/u.test(word);
  const latin = words.filter(isLatin);
  if (latin.length > words.length * 0.75) return words;
  const beside = new Set(latin.slice(0, Math.floor((words.length - latin.length) / LATIN_SHARE)));
  return words.filter((word) => !isLatin(word) || beside.has(word));
}

/**
 * Random strings of words of the model's own vocabulary, some in the frame of a question: what the teacher makes of
 * words beside others, whatever they are. Vocabularies are sorted by frequency or nearly so; half the words are drawn
 * from the frequent ones.
 * @param how Questions with one blank, `{}`, which may be none, and what parts words.
 */
function vocabularySpans(
  count: number,
  words: readonly string[],
  { frames, gap }: { frames: readonly string[]; gap: string },
  random: Random,
): string[] {
  if (words.length === 0) return [];
  return Array.from({ length: count }, () => {
    const framed = frames.length > 0 && random() < 0.5;
    const length = 1 + Math.floor(random() * (framed ? LONGEST_STRING - 2 : LONGEST_STRING));
    const text = Array.from(
      { length },
      () => words[Math.floor(words.length * random() ** (random() < 0.5 ? 2 : 1))]!,
    ).join(gap);
    return framed ? pick(frames, random).replace('{}', text) : text;
  });
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
