import { dot } from '../../search/core/embedding/vectors.ts';
import { leadingDirections } from './leading-directions.ts';

export interface Near {
  a: number;
  b: number;
  /** Cosine. */
  score: number;
}

/** Directions that are looked at first, and then: with the rest bounded by its length, the first rule out nearly all pairs. */
const FIRST = 8;
const HEAD = 32;
/** For vectors that are of length 1 but for rounding. */
const ROUNDING = 1e-5;

/**
 * Pairs of vectors of length 1 that are at least so alike, the most alike first; `skip` leaves pairs out. All are compared
 * with all, but most only in the few directions in which vectors differ most (Cauchy–Schwarz bounds what the others can add).
 */
export function nearPairs(
  vectors: readonly Float32Array[],
  least: number,
  skip: (a: number, b: number) => boolean,
): Near[] {
  const directions = leadingDirections(vectors, HEAD);
  const first = projected(vectors, directions.slice(0, FIRST), FIRST);
  const head = projected(vectors, directions, HEAD);
  const pairs: Near[] = [];
  for (let a = 0; a < vectors.length; a += 1)
    for (const b of mayBeNear(a, first, least)) {
      if (head.rest[a]! * head.rest[b]! + dotAt(head.rows, a * HEAD, head.rows, b * HEAD, HEAD) < least) continue;
      const score = dotAt(vectors[a]!, 0, vectors[b]!, 0, vectors[a]!.length);
      if (score >= least && !skip(a, b)) pairs.push({ a, b, score });
    }
  return pairs.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b);
}

/** Vectors in a few directions, row after row, and the length of what is left of each. */
interface Projected {
  rows: Float32Array;
  rest: Float32Array;
}

function projected(vectors: readonly Float32Array[], directions: readonly Float32Array[], width: number): Projected {
  const rows = new Float32Array(vectors.length * width);
  const rest = Float32Array.from(vectors, (vector, row) => {
    directions.forEach((direction, column) => (rows[row * width + column] = dot(vector, direction)));
    const head = rows.subarray(row * width, (row + 1) * width);
    return Math.sqrt(Math.max(0, dot(vector, vector) - dot(head, head)) + ROUNDING);
  });
  return { rows, rest };
}

/** The vectors behind one that the first directions don't rule out. Written out, since nearly all time goes by here. */
function mayBeNear(a: number, { rows, rest }: Projected, least: number): number[] {
  const found: number[] = [];
  const at = a * FIRST;
  const [x0, x1, x2, x3] = [rows[at]!, rows[at + 1]!, rows[at + 2]!, rows[at + 3]!];
  const [x4, x5, x6, x7] = [rows[at + 4]!, rows[at + 5]!, rows[at + 6]!, rows[at + 7]!];
  const own = rest[a]!;
  for (let b = a + 1, to = at + FIRST; b < rest.length; b += 1, to += FIRST) {
    const low = x0 * rows[to]! + x1 * rows[to + 1]! + x2 * rows[to + 2]! + x3 * rows[to + 3]!;
    const high = x4 * rows[to + 4]! + x5 * rows[to + 5]! + x6 * rows[to + 6]! + x7 * rows[to + 7]!;
    if (own * rest[b]! + low + high >= least) found.push(b);
  }
  return found;
}

/** The dot product of `length` values from two places on. Four sums side by side: no addition waits for the one before. */
function dotAt(a: Float32Array, fromA: number, b: Float32Array, fromB: number, length: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  for (let index = 0; index < whole; index += 4) {
    one += a[fromA + index]! * b[fromB + index]!;
    two += a[fromA + index + 1]! * b[fromB + index + 1]!;
    three += a[fromA + index + 2]! * b[fromB + index + 2]!;
    four += a[fromA + index + 3]! * b[fromB + index + 3]!;
  }
  for (let index = whole; index < length; index += 1) one += a[fromA + index]! * b[fromB + index]!;
  return one + two + three + four;
}
