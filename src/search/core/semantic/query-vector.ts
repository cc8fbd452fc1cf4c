import { shardOf } from '../format/range-directory.ts';
import { maskLongNumbers } from './long-numbers.ts';
import { isLeft, longestPiece, type PieceForm, restAfter, restAfterUnknown, UNSPACED, wordsOf } from './pieces.ts';
import { addRow } from './quantized.ts';
import type { PieceRows, StudentFile } from './student-files.ts';

/** Words longer than this have no pieces, as in BERT's tokenizer; a sentence without spaces may be as long as a query. */
const LONGEST_WORD: Record<PieceForm, number> = { wordpiece: 100, unigram: 2_000 };
/** Words of a query that are embedded; the teacher, too, reads no further. */
const MOST_WORDS = 400;

/** The first letters of a word are pieces of their own, of which each would fetch a shard and say something else than the word. */
const BEGINNING = 3;
const LETTERS_ONLY = /^▁?(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})+$/u;

/** Gives a shard of the student by its number; undefined for one that is not in memory. */
type StudentShards = (shard: number) => Promise<PieceRows | undefined>;

/** The student's table as far as a query needs it. */
export interface StudentTable {
  file: StudentFile;
  form: PieceForm;
  shards: StudentShards;
}

/**
 * The student's vector of a query: the sum of the vectors of its word pieces, of length 1.
 * Undefined when the student knows none of its pieces.
 * @param reading.lastWordPartial Whether the last word may still be being typed.
 * @param reading.spelled Words of the query that may be typos, with what they would mean. One that is a piece by itself is a word
 *   that the student knows: `want` is no typo of `wait` because the site has no other.
 */
export async function studentVector(
  query: string,
  student: StudentTable,
  {
    lastWordPartial = false,
    spelled,
  }: { lastWordPartial?: boolean; spelled?: ReadonlyMap<string, string> | undefined } = {},
): Promise<Float32Array | undefined> {
  const { scales } = student.file;
  const words = new Map<string, number>();
  const all = wordsOf(maskLongNumbers(query), student.form);
  const unfinished = lastWordPartial ? all.at(-1) : undefined;
  for (const word of meaningful(all, student.file, lastWordPartial).slice(0, MOST_WORDS))
    words.set(word, (words.get(word) ?? 0) + 1);
  const found = await Promise.all(
    [...words].map(async ([word, count]) => {
      const pieces = await piecesOf(word, student, word === unfinished);
      const begins = student.form === 'unigram' ? '▁' : '';
      const meant = pieces.length === 1 ? undefined : spelled?.get(word.slice(begins.length));
      return { count, pieces: meant === undefined ? pieces : await piecesOf(begins + meant, student) };
    }),
  );
  const vector = new Float32Array(scales.length);
  for (const { count, pieces } of found) for (const { source, row } of pieces) addRow(vector, source.rows, row, count);
  return normalise(vector.map((value, dimension) => value * scales[dimension]!));
}

/** The words without a last one that is being typed and is still too short to mean anything; frequent words are known as soon as they are whole. */
function meaningful(words: string[], { frequent }: StudentFile, lastWordPartial: boolean): string[] {
  const last = words.at(-1);
  const begun =
    lastWordPartial &&
    last !== undefined &&
    LETTERS_ONLY.test(last) &&
    last.replace('▁', '').length <= BEGINNING &&
    !frequent.rowOf.has(last);
  return begun ? words.slice(0, -1) : words;
}

interface WordPiece {
  source: PieceRows;
  row: number;
}

/**
 * Cuts a word into the longest pieces that the student knows, from the left; none when some remaining part is unknown
 * (in unigram form that part alone is left out), or its shard is not in memory.
 * @param unfinished Whether more of it may be typed: where the shard of its end is not in memory, its beginning, by which the key
 *   before was answered, says more than nothing.
 */
async function piecesOf(word: string, { file, form, shards }: StudentTable, unfinished = false): Promise<WordPiece[]> {
  if (word.length > LONGEST_WORD[form]) return [];
  if (form === 'unigram') await fetchTogether(word, { file, shards });
  const pieces: WordPiece[] = [];
  let rest: string | undefined = word;
  while (rest !== undefined && isLeft(rest, form)) {
    const source: PieceRows | undefined = file.frequent.rowOf.has(rest)
      ? file.frequent
      : await shards(shardOf(file.firstKeys, rest));
    if (source === undefined) return unfinished ? pieces : [];
    const length = longestPiece(rest, (piece) => source.rowOf.has(piece), form);
    if (length > 0) pieces.push({ source, row: source.rowOf.get(rest.slice(0, length))! });
    rest = length > 0 ? restAfter(rest, length, form) : restAfterUnknown(rest, form);
  }
  return rest === undefined ? [] : pieces;
}

/**
 * Fetches what a run of characters without spaces may need: where a piece ends shows only with its shard, and one after
 * the other they would take as many round trips as there are pieces.
 */
async function fetchTogether(run: string, { file, shards }: Pick<StudentTable, 'file' | 'shards'>): Promise<void> {
  const wanted = new Set<number>();
  for (let place = 0; place < run.length; place++) {
    const rest = run.slice(place);
    if (UNSPACED.test(rest)) wanted.add(shardOf(file.firstKeys, rest));
  }
  await Promise.all([...wanted].map(shards));
}

/** The vector at length 1; undefined for one without length. */
export function normalise(vector: Float32Array): Float32Array | undefined {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? vector.map((value) => value / length) : undefined;
}
