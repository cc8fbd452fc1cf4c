import { describe, expect, it } from 'vitest';
import { bagsOf, multiply, transpose } from '../../../../../src/search/indexer/distil/bags.ts';
import { priorScale } from '../../../../../src/search/indexer/distil/fit.ts';

/** Three spans of two pieces in two dimensions. */
const bags = bagsOf([
  [1, 2],
  [1, 1],
  [2, 2],
]);
const targets = Float32Array.of(0.6, 0.8, 1, 0, 0, 1);

describe('the length of a prior', () => {
  it('is brought to that of the targets, on the average over the spans', () => {
    const prior = Float32Array.of(0.25, 0, 0, 0.25);
    const scale = priorScale(bags, targets, prior, 2);
    // Along their targets the sums are 0.35, 0.5 and 0.5 long.
    expect(scale).toBeCloseTo(1 / 0.45);
    expect(
      priorScale(
        bags,
        targets,
        prior.map((value) => scale * value),
        2,
      ),
    ).toBeCloseTo(1);
  });

  it('does not depend on how long the targets are', () => {
    const prior = Float32Array.of(0.5, 0, 0, 0.5);
    expect(
      priorScale(
        bags,
        targets.map((value) => 2 * value),
        prior.map((value) => 2 * value),
        2,
      ),
    ).toBeCloseTo(priorScale(bags, targets, prior, 2));
  });

  it('is at most four times what it was, where it points elsewhere', () => {
    expect(priorScale(bags, targets, Float32Array.of(-1, 0, 0, -1), 2)).toBe(4);
    expect(priorScale(bags, targets, new Float32Array(4), 2)).toBe(4);
  });

  it('stays as it is without any span', () => {
    expect(priorScale(bagsOf([]), new Float32Array(), new Float32Array(), 2)).toBe(1);
  });
});

describe('products with bags', () => {
  // Single precision tells in which order was added; seven dimensions leave a rest of three.
  const width = 7;
  const spans = [[5, 9, 5, 2], [], [9], [2, 9, 9, 9, 5]];
  const mixed = bagsOf(spans);
  const rows = (count: number): Float32Array =>
    Float32Array.from({ length: count * width }, (_, place) => Math.sin(place + 1) * 10 ** (place % 5));
  const added = (weighted: readonly (readonly [number, number])[], table: Float32Array): number[] =>
    Array.from({ length: width }, (_, place) =>
      weighted.reduce((sum, [row, count]) => Math.fround(sum + count * table[row * width + place]!), 0),
    );

  it('give each span the rows of its pieces, as often as they occur', () => {
    const sums = new Float32Array(spans.length * width).fill(NaN);
    multiply(mixed, rows(3), width, sums);
    expect(mixed.pieces).toEqual([2, 5, 9]);
    expect([...sums]).toEqual(
      [
        [
          [1, 2],
          [2, 1],
          [0, 1],
        ],
        [],
        [[2, 1]],
        [
          [0, 1],
          [2, 3],
          [1, 1],
        ],
      ].flatMap((weighted) => added(weighted as [number, number][], rows(3))),
    );
  });

  it('give each piece, transposed, the rows of its spans in their order', () => {
    const sums = new Float32Array(3 * width).fill(NaN);
    multiply(transpose(mixed), rows(4), width, sums);
    expect([...sums]).toEqual(
      [
        [
          [0, 1],
          [3, 1],
        ],
        [
          [0, 2],
          [3, 1],
        ],
        [
          [0, 1],
          [2, 1],
          [3, 3],
        ],
      ].flatMap((weighted) => added(weighted as [number, number][], rows(4))),
    );
  });
});
