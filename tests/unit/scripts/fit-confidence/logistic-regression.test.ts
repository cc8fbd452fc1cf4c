import { describe, expect, it } from 'vitest';
import { fitLogistic, logLoss } from '../../../../scripts/lib/fit-confidence/logistic-regression.ts';

/** Rows of a bias and one term, so many of them right for each value. */
function observations(...counts: [value: number, right: number, wrong: number][]) {
  const rows = counts.flatMap(([value, right, wrong]) => Array.from({ length: right + wrong }, () => [1, value]));
  const labels = counts.flatMap(([, right, wrong]) =>
    Array.from({ length: right + wrong }, (_, index) => index < right),
  );
  return { rows, labels };
}

describe('a logistic regression', () => {
  it('finds the weights whose probabilities are the shares that were right', () => {
    const { rows, labels } = observations([0, 10, 30], [1, 30, 10]);
    const [bias, weight] = fitLogistic(rows, labels, { ridge: 1e-9 });
    expect(bias).toBeCloseTo(-Math.log(3), 6);
    expect(weight).toBeCloseTo(2 * Math.log(3), 6);
  });

  it('leaves to the weights what the offsets do not say', () => {
    const { rows, labels } = observations([0, 10, 30], [1, 30, 10]);
    const offsets = rows.map(([, value]) => 2 * value!);
    expect(fitLogistic(rows, labels, { ridge: 1e-9, offsets })[1]).toBeCloseTo(2 * Math.log(3) - 2, 6);
  });

  it('draws the weights towards 0 by the ridge, the bias aside', () => {
    const { rows, labels } = observations([0, 10, 30], [1, 30, 10]);
    expect(fitLogistic(rows, labels, { ridge: 10 })[1]).toBeLessThan(fitLogistic(rows, labels, { ridge: 1 })[1]!);
    expect(fitLogistic([[1], [1], [1], [1]], [true, false, false, false], { ridge: 100 })[0]).toBeCloseTo(
      -Math.log(3),
      6,
    );
  });

  it('has a fit where a term separates right from wrong completely', () => {
    const { rows, labels } = observations([0, 0, 20], [1, 20, 0]);
    const [bias, weight] = fitLogistic(rows, labels);
    expect(Number.isFinite(bias)).toBe(true);
    expect(weight).toBeGreaterThan(4);
  });

  it('has no weights without rows', () => {
    expect(fitLogistic([], [])).toEqual([]);
  });
});

it('the log loss is that of a coin for what nobody knows, and grows with false certainty', () => {
  expect(logLoss([0.5, 0.5], [true, false])).toBeCloseTo(Math.LN2, 10);
  expect(logLoss([0.9], [false])).toBeCloseTo(-Math.log(0.1), 10);
  expect(Number.isFinite(logLoss([1], [false]))).toBe(true);
});
