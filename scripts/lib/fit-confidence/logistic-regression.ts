import { Matrix, solve } from 'ml-matrix';
import { dot } from '../../../src/search/core/embedding/vectors.ts';

interface LogisticOptions {
  /** What is added to the logit of each row before the weights: terms whose weights are held. */
  offsets?: readonly number[];
  /** Strength of the ridge on all weights but the first, the bias; above 0, so that separable rows have a fit, too. */
  ridge?: number;
}

const ROUNDS = 100;
const CONVERGED = 1e-9;

/**
 * Weights of a logistic regression with a ridge, by Newton's method (iteratively reweighted least squares; Hastie,
 * Tibshirani and Friedman 2009, 4.4.1). A step that would raise the loss is halved.
 * @param rows One row of terms an observation; the first term of each is 1, for the bias.
 * @returns one weight a term.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  { offsets = [], ridge = 0.1 }: LogisticOptions = {},
): number[] {
  const terms = rows[0]?.length ?? 0;
  let weights = new Array<number>(terms).fill(0);
  let loss = lossOf(weights);
  for (let round = 0; round < ROUNDS; round++) {
    let step = newtonStep(weights);
    let next = moved(weights, step);
    while (lossOf(next) > loss && largest(step) > CONVERGED) {
      step = step.map((value) => value / 2);
      next = moved(weights, step);
    }
    if (largest(step) <= CONVERGED) break;
    weights = next;
    loss = lossOf(next);
  }
  return weights;

  function probability(row: number, by: readonly number[]): number {
    return sigmoid((offsets[row] ?? 0) + dot(rows[row]!, by));
  }

  function lossOf(by: readonly number[]): number {
    const penalty = by.slice(1).reduce((sum, weight) => sum + (ridge / 2) * weight * weight, 0);
    return labels.reduce((sum, label, row) => sum + surprise(probability(row, by), label), penalty);
  }

  function newtonStep(from: readonly number[]): number[] {
    const gradient = Matrix.zeros(terms, 1);
    const hessian = Matrix.zeros(terms, terms);
    for (let term = 1; term < terms; term++) {
      gradient.set(term, 0, -ridge * from[term]!);
      hessian.set(term, term, ridge);
    }
    rows.forEach((row, index) => {
      const likely = probability(index, from);
      const residual = (labels[index] ? 1 : 0) - likely;
      const curvature = Math.max(likely * (1 - likely), 1e-12);
      for (let one = 0; one < terms; one++) {
        gradient.set(one, 0, gradient.get(one, 0) + residual * row[one]!);
        for (let other = 0; other < terms; other++)
          hessian.set(one, other, hessian.get(one, other) + curvature * row[one]! * row[other]!);
      }
    });
    return solve(hessian, gradient).to1DArray();
  }
}

/** Mean of −log of the probability given to what was the case, in nats. */
export function logLoss(probabilities: readonly number[], labels: readonly boolean[]): number {
  return (
    probabilities.reduce((sum, probability, index) => sum + surprise(probability, labels[index]!), 0) /
    Math.max(probabilities.length, 1)
  );
}

function surprise(probability: number, label: boolean): number {
  return -Math.log(Math.max(label ? probability : 1 - probability, 1e-15));
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function moved(weights: readonly number[], step: readonly number[]): number[] {
  return weights.map((weight, index) => weight + step[index]!);
}

function largest(step: readonly number[]): number {
  return Math.max(0, ...step.map(Math.abs));
}
