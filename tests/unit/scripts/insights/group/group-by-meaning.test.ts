import { describe, expect, it } from 'vitest';
import { groupByMeaning } from '../../../../../scripts/lib/insights/group/group-by-meaning.ts';
import { randomBelow, seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';

/** A unit vector at an angle in degrees. */
const at = (degrees: number) =>
  new Float32Array([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);

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
    const members = groupByMeaning(
      vectors,
      vectors.map(() => 1),
    ).flatMap((group) => group.members);
    expect(members.toSorted((a, b) => a - b)).toEqual(vectors.map((_, index) => index));
  });

  it('separates subjects that lie close together, and keeps a subject whole whose wordings lie far apart', () => {
    const random = seededRandom(3);
    const noise = (): number[] => Array.from({ length: 96 }, () => randomBelow(2001, random) / 1000 - 1);
    const middles = [noise(), noise(), noise()];
    // Two subjects of one trade, told alike; a third of its own, told in every way.
    const [shared, own, wide] = middles as [number[], number[], number[]];
    const subjects = [
      { middle: shared, spread: 0.35 },
      { middle: shared.map((value, index) => value + 0.6 * own[index]!), spread: 0.35 },
      { middle: wide, spread: 1.05 },
    ];
    const vectors = subjects.flatMap(({ middle, spread }) =>
      Array.from({ length: 40 }, () => {
        const odd = noise();
        const mixed = middle.map((value, index) => value + spread * odd[index]!);
        const length = Math.hypot(...mixed);
        return new Float32Array(mixed.map((value) => value / length));
      }),
    );
    const groups = groupByMeaning(
      vectors,
      vectors.map(() => 1),
    ).filter(({ weight }) => weight > 5);
    expect(groups.map(({ members }) => [...new Set(members.map((member) => Math.floor(member / 40)))])).toEqual([
      [0],
      [1],
      [2],
    ]);
    expect(Math.min(...groups.map(({ weight }) => weight))).toBeGreaterThan(35);
  });

  it('does not make a group of two unrelated questions', () => {
    expect(groupByMeaning([at(0), at(70)], [1, 1]).map(({ members }) => members)).toEqual([[0], [1]]);
  });

  it('gives nothing for nothing', () => {
    expect(groupByMeaning([], [])).toEqual([]);
  });
});
