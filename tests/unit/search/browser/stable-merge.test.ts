import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableMerge } from '../../../../src/search/browser/stable-merge.ts';
import type { Hit } from '../../../../src/search/core/types.ts';

const hits = (ids: string): Hit[] =>
  [...ids].map((article) => ({
    article,
    title: article,
    category: '',
    href: `/${article}/`,
    headings: [],
    score: 0,
    passage: { text: '', marks: [] },
  }));
const order = (shown: string, better: string, held?: string, limit = 5) =>
  stableMerge(hits(shown), hits(better), held, limit)
    .map(({ article }) => article)
    .join('');

test('without a held article the better order is shown', () => {
  expect(order('abc', 'cab')).toBe('cab');
});

test('the held article and what is above it stay; the rest takes the better order', () => {
  expect(order('abcd', 'dcba', 'b')).toBe('abdc');
});

test('a held article that the better ranking dropped stays where it is', () => {
  expect(order('abc', 'xyz', 'a')).toBe('axyz');
});

test('a held article that is not on show holds nothing', () => {
  expect(order('abc', 'cba', 'z')).toBe('cba');
});

test('the list is cut at its limit, but never above the held article', () => {
  expect(order('abcd', 'wxyz', 'c', 2)).toBe('abc');
  expect(order('', 'wxyz', undefined, 2)).toBe('wx');
});

test('each article is shown once and the held one never moves', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 }).map((ids) => ids.join(''));
  fc.assert(
    fc.property(list, list, fc.constantFrom(...'abcdefgh'), (shown, better, held) => {
      const result = order(shown, better, held);
      expect(new Set(result).size).toBe(result.length);
      if (shown.includes(held)) expect(result.indexOf(held)).toBe(shown.indexOf(held));
    }),
  );
});
