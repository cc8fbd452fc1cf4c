import { describe, expect, it } from 'vitest';
import { groupByMeaning } from '../../../src/support/counting/group-by-meaning.ts';

/** A unit vector at an angle in degrees. */
const at = (degrees: number) => new Float32Array([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);

describe('grouping by meaning', () => {
  it('puts near questions together, the heaviest group first and its middle question in front', () => {
    const groups = groupByMeaning([at(0), at(120), at(10), at(4), at(125)], [1, 10, 1, 1, 2]);
    expect(groups).toEqual([
      { members: [1, 4], weight: 12 },
      { members: [3, 0, 2], weight: 3 },
    ]);
  });

  it('keeps every question in exactly one group', () => {
    const vectors = Array.from({ length: 200 }, (_, index) => at((index * 37) % 360));
    const members = groupByMeaning(vectors, vectors.map(() => 1)).flatMap((group) => group.members);
    expect(members.toSorted((a, b) => a - b)).toEqual(vectors.map((_, index) => index));
  });

  it('gives nothing for nothing', () => {
    expect(groupByMeaning([], [])).toEqual([]);
  });
});
