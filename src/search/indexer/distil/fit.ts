import { sumOver, transposed, type Bags, type SparseRows } from './bags.ts';

export interface FitOptions {
  /** How strongly a piece is held to its prior, in spans that say it once. */
  hold: number;
  /** How often the targets' lengths are taken anew from the fit. */
  rounds: number;
  /** Steps of the conjugate gradients in each round. */
  steps: number;
}

/** No target is made shorter: a span that the fit points away from still counts. */
const SHORTEST_TARGET = 0.1;
/** A prior is lengthened no further than from this: one that points elsewhere altogether is not made to count for more. */
const SHORTEST_PRIOR = 0.25;

/**
 * Ridge regression from bags of word pieces to vectors: the table near `prior` for which the sum of a span's rows
 * points where its target points. The length of a sum is free (a query's vector is brought to length 1), so after
 * each round the targets are scaled to the lengths that the fit gave them; this lowers the angle, not the distance.
 * Solved by preconditioned conjugate gradients, each dimension on its own (Hestenes and Stiefel 1952).
 * @param targets One row of `width` a span, in the order of the bags.
 * @param prior One row of `width` for each of the bags' pieces.
 * @returns the table in the shape of `prior`.
 */
export function fitTable(bags: Bags, targets: Float32Array, prior: Float32Array, width: number, { hold, rounds, steps }: FitOptions): Float32Array {
  const table = prior.slice();
  const spansOf = transposed(bags);
  const sums = new Float32Array(targets.length);
  const inverse = inverseDiagonal(bags, hold);
  const rest = new Float32Array(table.length);
  for (let round = 0; round < rounds; round++) {
    sumOver(bags, table, width, sums);
    lackTo(targets, width, round > 0, sums);
    sumOver(spansOf, sums, width, rest);
    for (let place = 0; place < rest.length; place++) rest[place] = rest[place]! - hold * (table[place]! - prior[place]!);
    descend(bags, table, rest, sums, { width, hold, inverse, steps, spansOf });
  }
  return table;
}

/**
 * What a prior is to be multiplied with so that its sums over the bags are, on the average, as long along their targets
 * as these are. Rescaled targets grow shorter round by round, and so do the rows of a prior that was fitted to them:
 * as it is, a word that the site never uses would count half as much as one that it does.
 */
export function shortfall(bags: Bags, targets: Float32Array, prior: Float32Array, width: number): number {
  const sums = new Float32Array(targets.length);
  sumOver(bags, prior, width, sums);
  let total = 0;
  for (let from = 0; from < sums.length; from += width) total += lengthAlong(sums, targets, from, width);
  return sums.length === 0 ? 1 : 1 / Math.max((total * width) / sums.length, SHORTEST_PRIOR);
}

interface Descent {
  width: number;
  hold: number;
  inverse: Float32Array;
  steps: number;
  /** The bags transposed. */
  spansOf: SparseRows;
}

/** Conjugate gradients from `table`, whose residual is `rest`; both are changed. `sums` is room to work in. */
function descend(bags: Bags, table: Float32Array, rest: Float32Array, sums: Float32Array, { width, hold, inverse, steps, spansOf }: Descent): void {
  const direction = new Float32Array(table.length);
  const gathered = new Float32Array(table.length);
  let power: Float64Array = new Float64Array(width).fill(Infinity);
  for (let step = 0; step <= steps; step++) {
    const next = squares(rest, width, inverse);
    const keep = next.map((value, dimension) => value / Math.max(power[dimension]!, Number.MIN_VALUE));
    for (let row = 0, place = 0; row < inverse.length; row++) {
      const factor = inverse[row]!;
      for (let dimension = 0; dimension < width; dimension++, place++) direction[place] = rest[place]! * factor + keep[dimension]! * direction[place]!;
    }
    if (step === steps) return;
    power = next;
    sumOver(bags, direction, width, sums);
    sumOver(spansOf, sums, width, gathered);
    for (let place = 0; place < gathered.length; place++) gathered[place] = gathered[place]! + hold * direction[place]!;
    const curvature = products(direction, gathered, width);
    const pace = power.map((value, dimension) => value / Math.max(curvature[dimension]!, Number.MIN_VALUE));
    for (let row = 0, place = 0; row < inverse.length; row++) {
      for (let dimension = 0; dimension < width; dimension++, place++) {
        table[place] = table[place]! + pace[dimension]! * direction[place]!;
        rest[place] = rest[place]! - pace[dimension]! * gathered[place]!;
      }
    }
  }
}

/** Replaces the sums by what they lack to the targets, these at the lengths the sums have along them when `rescaled`. */
function lackTo(targets: Float32Array, width: number, rescaled: boolean, sums: Float32Array): void {
  for (let from = 0; from < sums.length; from += width) {
    const length = rescaled ? Math.max(lengthAlong(sums, targets, from, width), SHORTEST_TARGET) : 1;
    for (let place = from; place < from + width; place++) sums[place] = length * targets[place]! - sums[place]!;
  }
}

/** How long the sum that begins at `from` is in the direction of its target, in lengths of the target. */
function lengthAlong(sums: Float32Array, targets: Float32Array, from: number, width: number): number {
  let along = 0;
  let square = 0;
  for (let place = from; place < from + width; place++) {
    along += sums[place]! * targets[place]!;
    square += targets[place]! ** 2;
  }
  return along / Math.max(square, 1e-6);
}

/** By dimension. */
function products(one: Float32Array, other: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let place = 0; place < one.length; ) {
    for (let dimension = 0; dimension < width; dimension++, place++) sums[dimension] = sums[dimension]! + one[place]! * other[place]!;
  }
  return sums;
}

/** By dimension, each row weighted. */
function squares(rows: Float32Array, width: number, weights: Float32Array): Float64Array {
  const sums = new Float64Array(width);
  for (let row = 0, place = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    for (let dimension = 0; dimension < width; dimension++, place++) sums[dimension] = sums[dimension]! + weight * rows[place]! ** 2;
  }
  return sums;
}

/** The preconditioner: for each piece the inverse of what the spans and the hold put on it. */
function inverseDiagonal({ columns, counts, pieces }: Bags, hold: number): Float32Array {
  const diagonal = new Float32Array(pieces.length).fill(hold);
  columns.forEach((column, entry) => (diagonal[column] = diagonal[column]! + counts[entry]! ** 2));
  return diagonal.map((value) => 1 / value);
}
