import { expect, test, vi } from 'vitest';
import { createTranslator } from '../../../src/i18n/create-translator.ts';

const t = createTranslator(
  { 'count.one': '{count} article', 'count.other': '{count} articles', seeAll: 'All of “{query}”' },
  'en',
);

test('a count chooses the plural form and is written as the language writes numbers', () => {
  expect(t('count', { count: 1 })).toBe('1 article');
  expect(t('count', { count: 1200 })).toBe('1,200 articles');
});

test('a language with more plural forms than English gets its own', () => {
  const polish = createTranslator(
    {
      'count.one': '{count} artykuł',
      'count.few': '{count} artykuły',
      'count.many': '{count} artykułów',
      'count.other': '{count} artykułu',
    },
    'pl',
  );
  expect([1, 3, 7].map((count) => polish('count', { count }))).toEqual(['1 artykuł', '3 artykuły', '7 artykułów']);
});

test('a language without the plural form that a count takes uses its general one', () => {
  expect(createTranslator({ 'count.other': '{count} more' }, 'en')('count', { count: 1 })).toBe('1 more');
});

test('a string without plural forms is used for any count', () => {
  expect(createTranslator({ count: '{count} in all' }, 'en')('count', { count: 2 })).toBe('2 in all');
});

test('a value is put in as it is, braces, markup and replacement patterns included', () => {
  expect(t('seeAll', { query: '<b>{query}</b> $& $1' })).toBe('All of “<b>{query}</b> $& $1”');
});

test('an empty value fills its placeholder', () => {
  expect(t('seeAll', { query: '' })).toBe('All of “”');
});

test('a placeholder without a value stays as written', () => {
  expect(t('seeAll')).toBe('All of “{query}”');
  expect(t('seeAll', { other: 'x' })).toBe('All of “{query}”');
});

test('a key without a string gives nothing, or the caller’s replacement', () => {
  expect(t('unknown')).toBe('');
  expect(createTranslator({}, 'en', (key) => `[${key}]`)('unknown')).toBe('[unknown]');
});

test('what a browser knows of a language is not read before there is a number to write', () => {
  const plural = vi.spyOn(Intl, 'PluralRules');
  const number = vi.spyOn(Intl, 'NumberFormat');
  const lazy = createTranslator({ seeAll: 'All of {query}', count: '{count}' }, 'en');
  lazy('seeAll', { query: 'x' });
  expect([plural, number].map((spy) => spy.mock.calls.length)).toEqual([0, 0]);
  lazy('count', { count: 1 });
  lazy('count', { count: 2 });
  expect([plural, number].map((spy) => spy.mock.calls.length)).toEqual([1, 1]);
  vi.restoreAllMocks();
});
