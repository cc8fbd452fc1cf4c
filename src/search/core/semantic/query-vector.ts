import { shardOf } from '../format/range-directory.ts';
import { basicTokens } from './basic-tokens.ts';
import { maskLongNumbers } from './long-numbers.ts';
import { addRow } from './quantized.ts';
import type { PieceRows, StudentFile } from './student-files.ts';

/** Words longer than this have no pieces, as in BERT's tokenizer. */
const LONGEST_WORD = 100;
/** Words of a query that are embedded; the teacher, too, reads no further. */
const MOST_WORDS = 400;

/** The first letters of a word are pieces of their own, of which each would fetch a shard and say something else than the word. */
const BEGINNING = 3;
const LETTERS_ONLY = /^(?:\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})+$/u;

/** Gives a shard of the student by its number; undefined for one that is not in memory. */
export type StudentShards = (shard: number) => Promise<PieceRows | undefined>;

/**
 * The student's vector of a query: the sum of the vectors of its word pieces, of length 1.
 * Undefined when the student knows none of its pieces.
 * @param lastWordPartial Whether the last word may still be being typed.
 */
export async function studentVector(
  query: string,
  student: StudentFile,
  shards: StudentShards,
  lastWordPartial = false,
): Promise<Float32Array | undefined> {
  const words = new Map<string, number>();
  for (const word of meaningful(basicTokens(maskLongNumbers(query)), student, lastWordPartial).slice(0, MOST_WORDS))
    words.set(word, (words.get(word) ?? 0) + 1);
  const found = await Promise.all(
    [...words].map(async ([word, count]) => ({ count, pieces: await piecesOf(word, student, shards) })),
  );
  const vector = new Float32Array(student.scales.length);
  for (const { count, pieces } of found) for (const { source, row } of pieces) addRow(vector, source.rows, row, count);
  return normalise(vector.map((value, dimension) => value * student.scales[dimension]!));
}

/** The words without a last one that is being typed and is still too short to mean anything; frequent words are known as soon as they are whole. */
function meaningful(words: string[], { frequent }: StudentFile, lastWordPartial: boolean): string[] {
  const last = words.at(-1);
  const begun =
    lastWordPartial &&
    last !== undefined &&
    LETTERS_ONLY.test(last) &&
    last.length <= BEGINNING &&
    !frequent.rowOf.has(last);
  return begun ? words.slice(0, -1) : words;
}

interface WordPiece {
  source: PieceRows;
  row: number;
}

/** Cuts a word into the longest pieces that the student knows, from the left; none when some remaining part is unknown, or its shard is not in memory. */
async function piecesOf(word: string, student: StudentFile, shards: StudentShards): Promise<WordPiece[]> {
  if (word.length > LONGEST_WORD) return [];
  const pieces: WordPiece[] = [];
  let rest = word;
  while (rest !== '' && rest !== '##') {
    const whole = student.frequent.rowOf.get(rest);
    if (whole !== undefined) return [...pieces, { source: student.frequent, row: whole }];
    const source = await shards(shardOf(student.firstKeys, rest));
    if (source === undefined) return [];
    const length = longestPiece(rest, source.rowOf);
    if (length === 0) return [];
    pieces.push({ source, row: source.rowOf.get(rest.slice(0, length))! });
    rest = `##${rest.slice(length)}`;
  }
  return pieces;
}

function longestPiece(rest: string, rowOf: ReadonlyMap<string, number>): number {
  const least = rest.startsWith('##') ? 3 : 1;
  for (let length = rest.length; length >= least; length--) {
    if (rowOf.has(rest.slice(0, length))) return length;
  }
  return 0;
}

/** The vector at length 1; undefined for one without length. */
export function normalise(vector: Float32Array): Float32Array | undefined {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? vector.map((value) => value / length) : undefined;
}
