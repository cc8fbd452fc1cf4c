import { describe, expect, it } from 'vitest';
import { bagsOf } from '../../../src/search/build/distil/bags.ts';
import { shortfall } from '../../../src/search/build/distil/fit.ts';

/** Three spans of two pieces in two dimensions. */
const bags = bagsOf([[1, 2], [1, 1], [2, 2]]);
const targets = Float32Array.of(0.6, 0.8, 1, 0, 0, 1);

describe('the length of a prior', () => {
  it('is brought to that of the targets, on the average over the spans', () => {
    const prior = Float32Array.of(0.25, 0, 0, 0.25);
    const scale = shortfall(bags, targets, prior, 2);
    // Along their targets the sums are 0.35, 0.5 and 0.5 long.
    expect(scale).toBeCloseTo(1 / 0.45);
    expect(shortfall(bags, targets, prior.map((value) => scale * value), 2)).toBeCloseTo(1);
  });

  it('does not depend on how long the targets are', () => {
    const prior = Float32Array.of(0.5, 0, 0, 0.5);
    expect(shortfall(bags, targets.map((value) => 2 * value), prior.map((value) => 2 * value), 2)).toBeCloseTo(shortfall(bags, targets, prior, 2));
  });

  it('is at most four times what it was, where it points elsewhere', () => {
    expect(shortfall(bags, targets, Float32Array.of(-1, 0, 0, -1), 2)).toBe(4);
    expect(shortfall(bags, targets, new Float32Array(4), 2)).toBe(4);
  });

  it('stays as it is without any span', () => {
    expect(shortfall(bagsOf([]), new Float32Array(), new Float32Array(), 2)).toBe(1);
  });
});
