import { expect, test } from 'vitest';
import { phrases } from '../../../../src/components/search/translate.ts';

const english = phrases({ locale: 'en', strings: { 'count.one': '{count} article', 'count.other': '{count} articles', seeAll: 'All of “{query}”' } });

test('a count chooses the plural form and is written as the language writes numbers', () => {
  expect(english('count', { count: 1 })).toBe('1 article');
  expect(english('count', { count: 1200 })).toBe('1,200 articles');
});

test('a language with more plural forms than English gets its own', () => {
  const polish = phrases({ locale: 'pl', strings: { 'count.one': '{count} artykuł', 'count.few': '{count} artykuły', 'count.many': '{count} artykułów', 'count.other': '{count} artykułu' } });
  expect([1, 3, 7].map((count) => polish('count', { count }))).toEqual(['1 artykuł', '3 artykuły', '7 artykułów']);
});

test('a value is put in as it is, braces and markup included', () => {
  expect(english('seeAll', { query: '<b>{query}</b>' })).toBe('All of “<b>{query}</b>”');
});
