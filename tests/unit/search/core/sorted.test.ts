import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayBeAmong } from '../../../../src/search/core/index/postings.ts';
import { countBelow } from '../../../../src/search/core/index/sorted.ts';

const ascending = fc.uniqueArray(fc.nat(60)).map((numbers) => numbers.sort((one, other) => one - other));

it('counts the numbers of an ascending list that are below another', () => {
  fc.assert(
    fc.property(ascending, fc.nat(61), (numbers, number) => {
      expect(countBelow(numbers, number)).toBe(numbers.filter((one) => one < number).length);
    }),
  );
});

it('finds whether one of some sections that follow each other has a term', () => {
  fc.assert(
    fc.property(ascending, fc.nat(61), fc.nat(5), (numbers, first, many) => {
      const postings = { sections: Uint32Array.from(numbers), impacts: new Uint8Array(numbers.length) };
      expect(mayBeAmong(postings, first, many)).toBe(numbers.some((one) => one >= first && one < first + many));
      expect(mayBeAmong({ ...postings, count: 100 }, first, many)).toBe(true);
    }),
  );
});
