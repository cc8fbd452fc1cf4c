import { addTo } from '../../search/core/embedding/vectors.ts';
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
  const mean = meanOf(vectors);
  const head = projected(vectors, mean, leadingDirections(vectors, mean, HEAD));
  const first = inFirst(head);
  const found = new Uint32Array(vectors.length);
  const pairs: Near[] = [];
  for (let a = 0; a < vectors.length; a += 1) {
    const count = findNear(a, first, least - ROUNDING, found);
    for (let place = 0; place < count; place += 1) {
      const b = found[place]!;
      const inHead = dotAt(head.rows, a * HEAD, head.rows, b * HEAD, HEAD);
      if (inHead + head.rest[a]! * head.rest[b]! < head.apart[a]! + head.apart[b]! + least - ROUNDING) continue;
      const score = dotAt(vectors[a]!, 0, vectors[b]!, 0, vectors[a]!.length);
      if (score >= least && !skip(a, b)) pairs.push({ a, b, score });
    }
  }
  return pairs.sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b);
}

/** Vectors seen from their mean in a few directions: of what all have in common none tells them apart. */
interface Projected {
  /** Row after row. */
  rows: Float32Array;
  /** The length of what is left of each. */
  rest: Float32Array;
  /** How much greater, for its part, a product seen from the mean is than the product of two vectors. */
  apart: Float32Array;
}

/**
 * For vectors a and b and their mean m, a·b = (a − m)·(b − m) + (|a|² − |a − m|² + |b|² − |b − m|²) / 2, and of the product
 * on the right what lies outside the directions is at most the product of the lengths of what is left.
 */
function projected(
  vectors: readonly Float32Array[],
  mean: Float32Array,
  directions: readonly Float32Array[],
): Projected {
  const rows = new Float32Array(vectors.length * HEAD);
  const rest = new Float32Array(vectors.length);
  const apart = new Float32Array(vectors.length);
  const seen = new Float32Array(mean.length);
  const product = (a: Float32Array, b: Float32Array): number => dotAt(a, 0, b, 0, mean.length);
  for (const [row, vector] of vectors.entries()) {
    for (let place = 0; place < seen.length; place += 1) seen[place] = vector[place]! - mean[place]!;
    directions.forEach((direction, column) => (rows[row * HEAD + column] = product(seen, direction)));
    const length = product(seen, seen);
    rest[row] = Math.sqrt(Math.max(0, length - dotAt(rows, row * HEAD, rows, row * HEAD, HEAD)));
    apart[row] = (length - product(vector, vector)) / 2;
  }
  return { rows, rest, apart };
}

/** The same in the first directions alone. */
function inFirst({ rows: all, rest: others, apart }: Projected): Projected {
  const rows = new Float32Array(others.length * FIRST);
  const rest = others.map((length, row) => {
    rows.set(all.subarray(row * HEAD, row * HEAD + FIRST), row * FIRST);
    const from = row * HEAD + FIRST;
    return Math.sqrt(length ** 2 + dotAt(all, from, all, from, HEAD - FIRST));
  });
  return { rows, rest, apart };
}

/**
 * Puts the vectors behind one that the first directions don't rule out into `found`.
 * @returns how many. Written out, since nearly all time goes by here.
 */
function findNear(a: number, { rows, rest, apart }: Projected, least: number, found: Uint32Array): number {
  let count = 0;
  const at = a * FIRST;
  const [x0, x1, x2, x3] = [rows[at]!, rows[at + 1]!, rows[at + 2]!, rows[at + 3]!];
  const [x4, x5, x6, x7] = [rows[at + 4]!, rows[at + 5]!, rows[at + 6]!, rows[at + 7]!];
  const own = rest[a]!;
  const wanted = apart[a]! + least;
  for (let b = a + 1, to = at + FIRST; b < rest.length; b += 1, to += FIRST) {
    const low = x0 * rows[to]! + x1 * rows[to + 1]! + x2 * rows[to + 2]! + x3 * rows[to + 3]!;
    const high = x4 * rows[to + 4]! + x5 * rows[to + 5]! + x6 * rows[to + 6]! + x7 * rows[to + 7]!;
    if (low + high + own * rest[b]! - apart[b]! >= wanted) found[count++] = b;
  }
  return count;
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addTo(sum, vector);
  return sum.map((value) => value / vectors.length);
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
