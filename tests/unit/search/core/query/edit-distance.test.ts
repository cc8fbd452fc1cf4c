import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../../src/search/core/query/edit-distance.ts';

/** Edits by the definition, tried out one by one. */
function slowDistance(one: string, other: string): number {
  if (one === '' || other === '') return Math.max(one.length, other.length);
  const same = one.at(-1) === other.at(-1) ? 0 : 1;
  const ways = [
    slowDistance(one.slice(0, -1), other) + 1,
    slowDistance(one, other.slice(0, -1)) + 1,
    slowDistance(one.slice(0, -1), other.slice(0, -1)) + same,
  ];
  if (one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1))
    ways.push(slowDistance(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...ways);
}

describe('the number of edits between words', () => {
  it('is that of its definition, up to the limit', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(
        short,
        short,
        fc.integer({ min: 0, max: 3 }),
        (one, other, limit) =>
          void expect(editDistance(one, other, limit)).toBe(Math.min(limit + 1, slowDistance(one, other))),
      ),
    );
  });

  it('counts two swapped letters as one', () => {
    expect(editDistance('recieve', 'receive', 2)).toBe(1);
    expect(editDistance('ab', 'ba', 2)).toBe(1);
    expect(editDistance('ab', 'ca', 2)).toBe(2);
    expect(editDistance('ab', 'bc', 2)).toBe(2);
  });

  it('is one more than the limit where it is greater', () => {
    expect(editDistance('bike', 'biker', 0)).toBe(1);
    expect(editDistance('bike', 'bicycles', 2)).toBe(3);
    expect(editDistance('bike', 'lock', 1)).toBe(2);
  });
});
