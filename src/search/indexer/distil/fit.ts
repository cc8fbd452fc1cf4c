import { type Bags, multiply, type SparseMatrix, transpose } from './bags.ts';

export interface FitOptions {
  /** The ridge: how strongly a piece is tied to its prior, counted in spans that contain it once. */
  lambda: number;
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
 * Solves (AᵀA + λI) (X − prior) = Aᵀ (targets − A prior), A being the bags, by preconditioned conjugate gradients, each
 * dimension on its own (Hestenes and Stiefel 1952).
 * @param targets One row of `width` a span, in the order of the bags.
 * @param prior One row of `width` for each of the bags' pieces.
 * @returns the table X in the shape of `prior`.
 */
export function fitTable(
  bags: Bags,
  targets: Float32Array,
  prior: Float32Array,
  width: number,
  { lambda, rounds, steps }: FitOptions,
): Float32Array {
  const table = prior.slice();
  const transposed = transpose(bags);
  const sums = new Float32Array(targets.length);
  const preconditioner = inverseDiagonal(bags, lambda);
  const residual = new Float32Array(table.length);
  for (let round = 0; round < rounds; round++) {
    multiply(bags, table, width, sums);
    subtractFromTargets(targets, width, round > 0, sums);
    multiply(transposed, sums, width, residual);
    for (let place = 0; place < residual.length; place++)
      residual[place] = residual[place]! - lambda * (table[place]! - prior[place]!);
    conjugateGradients(table, residual, sums, { bags, transposed, width, lambda, preconditioner, steps });
  }
  return table;
}

/**
 * The factor for a prior with which its sums over the bags are, on the average, as long along their targets
 * as these are. Rescaled targets grow shorter round by round, and so do the rows of a prior that was fitted to them:
 * as it is, a word that the site never uses would count half as much as one that it does.
 */
export function priorScale(bags: Bags, targets: Float32Array, prior: Float32Array, width: number): number {
  const sums = new Float32Array(targets.length);
  multiply(bags, prior, width, sums);
  let total = 0;
  for (let from = 0; from < sums.length; from += width) total += lengthAlong(sums, targets, from, width);
  return sums.length === 0 ? 1 : 1 / Math.max((total * width) / sums.length, SHORTEST_PRIOR);
}

interface LinearSystem {
  bags: Bags;
  transposed: SparseMatrix;
  width: number;
  lambda: number;
  preconditioner: Float32Array;
  steps: number;
}

/** Steps from `table` with its residual; both are changed. `sums` is room to work in. Names as in the method's literature. */
function conjugateGradients(
  table: Float32Array,
  residual: Float32Array,
  sums: Float32Array,
  { bags, transposed, width, lambda, preconditioner, steps }: LinearSystem,
): void {
  const direction = new Float32Array(table.length);
  // (AᵀA + λI) × direction
  const product = new Float32Array(table.length);
  let rho: Float64Array = new Float64Array(width).fill(Infinity);
  for (let step = 0; step <= steps; step++) {
    const next = weightedSquares(residual, width, preconditioner);
    const beta = next.map((value, dimension) => value / Math.max(rho[dimension]!, Number.MIN_VALUE));
    for (let row = 0, place = 0; row < preconditioner.length; row++) {
      const factor = preconditioner[row]!;
      for (let dimension = 0; dimension < width; dimension++, place++)
        direction[place] = residual[place]! * factor + beta[dimension]! * direction[place]!;
    }
    if (step === steps) return;
    rho = next;
    multiply(bags, direction, width, sums);
    multiply(transposed, sums, width, product);
    for (let place = 0; place < product.length; place++) product[place] = product[place]! + lambda * direction[place]!;
    const curvature = dotByDimension(direction, product, width);
    const alpha = rho.map((value, dimension) => value / Math.max(curvature[dimension]!, Number.MIN_VALUE));
    for (let row = 0, place = 0; row < preconditioner.length; row++) {
      for (let dimension = 0; dimension < width; dimension++, place++) {
        table[place] = table[place]! + alpha[dimension]! * direction[place]!;
        residual[place] = residual[place]! - alpha[dimension]! * product[place]!;
      }
    }
  }
}

/** Replaces the sums by the targets minus the sums, the targets at the lengths the sums have along them when `rescaled`. */
function subtractFromTargets(targets: Float32Array, width: number, rescaled: boolean, sums: Float32Array): void {
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

/** The dot product of two matrices' columns, one for each dimension. */
function dotByDimension(one: Float32Array, other: Float32Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let place = 0; place < one.length; ) {
    for (let dimension = 0; dimension < width; dimension++, place++)
      sums[dimension] = sums[dimension]! + one[place]! * other[place]!;
  }
  return sums;
}

/** By dimension, each row weighted. */
function weightedSquares(rows: Float32Array, width: number, weights: Float32Array): Float64Array {
  const sums = new Float64Array(width);
  for (let row = 0, place = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    for (let dimension = 0; dimension < width; dimension++, place++)
      sums[dimension] = sums[dimension]! + weight * rows[place]! ** 2;
  }
  return sums;
}

/** Jacobi's preconditioner, the inverse of the diagonal of AᵀA + λI: what the spans and the ridge put on each piece. */
function inverseDiagonal({ columns, counts, pieces }: Bags, lambda: number): Float32Array {
  const diagonal = new Float32Array(pieces.length).fill(lambda);
  columns.forEach((column, entry) => (diagonal[column] = diagonal[column]! + counts[entry]! ** 2));
  return diagonal.map((value) => 1 / value);
}
