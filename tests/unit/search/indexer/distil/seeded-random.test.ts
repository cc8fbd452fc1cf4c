import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pick, randomBelow, seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';

const numbers = (seed: string | number, count = 3): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => randomBelow(1_000_000, random));
};

test('a seed gives the same numbers for ever: students and planted mistakes are made from them', () => {
  expect(numbers('questions')).toEqual([320488, 307500, 835355]);
  expect(numbers(3)).toEqual([720226, 38662, 456192]);
});

test('numbers are whole and below the limit, and a pick is one of the items', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.nat()), fc.integer({ min: 1, max: 50 }), (seed, limit) => {
      const random = seededRandom(seed);
      const items = Array.from({ length: limit }, (_, index) => index);
      for (let count = 0; count < 20; count++) {
        expect(items).toContain(randomBelow(limit, random));
        expect(items).toContain(pick(items, random));
      }
    }),
  );
});
