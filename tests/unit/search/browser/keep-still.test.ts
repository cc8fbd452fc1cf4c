import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Update } from '../../../../src/search/browser/engine-types.ts';
import { keepStill } from '../../../../src/search/browser/keep-still.ts';
import type { Hit, Outcome } from '../../../../src/search/core/types.ts';

const hits = (ids: string, fields: Partial<Hit> = {}): Hit[] =>
  [...ids].map((article) => ({
    article,
    title: article,
    category: '',
    href: `/${article}/`,
    headings: [],
    score: 0,
    passage: { text: '', marks: [] },
    ...fields,
  }));
const update = (ids: string, fields: Partial<Outcome> = {}): Update & { outcome: Outcome } => ({
  query: 'q',
  state: 'settled',
  outcome: { query: 'q', tier: 'instant', verdict: 'related', locale: 'ko', hits: hits(ids), ...fields },
});
const ids = (found: readonly Hit[] | undefined) => found?.map(({ article }) => article).join('');
const order = (shown: string, better: string, held?: string, rows = 5) =>
  ids(keepStill(update(shown), update(better), rows, held).outcome?.hits);

test('the held article and what is above it stay; the rest takes the better order', () => {
  expect(order('abcd', 'dcba', 'b')).toBe('abdc');
});

test('a held article that the better ranking dropped stays where it is', () => {
  expect(order('abc', 'xyz', 'a')).toBe('axyz');
});

test('a held article that is not on show holds nothing', () => {
  expect(order('abc', 'cba', 'z')).toBe('cba');
});

test('an article held among those of other languages keeps all that is above it', () => {
  const others = [{ locale: 'en', verdict: 'related' as const, hits: hits('x') }];
  expect(ids(keepStill(update('abc', { others }), update('cba'), 0, 'x').outcome?.hits)).toBe('abc');
});

test('the list is cut at its limit, but never above the held article', () => {
  expect(order('abcd', 'wxyz', 'c', 2)).toBe('abc');
});

test('each article is shown once and the held one never moves', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 }).map((found) => found.join(''));
  fc.assert(
    fc.property(list, list, fc.constantFrom(...'abcdefgh'), (shown, better, held) => {
      const result = order(shown, better, held) ?? '';
      expect(new Set(result).size).toBe(result.length);
      if (shown.includes(held)) expect(result.indexOf(held)).toBe(shown.indexOf(held));
    }),
  );
});

test('of what is being read nothing moves, and nothing is added unless further articles were asked for', () => {
  expect(order('abc', 'cdb', undefined, 0)).toBe('abc');
  expect(order('abc', 'cdb', undefined, 5)).toBe('abcd');
});

test('what is being read stays settled while more comes, and its text fills the places of bare articles', () => {
  const shown = update('', { hits: hits('ab', { bare: true }) });
  const kept = keepStill(shown, { ...update('ba'), state: 'searching' }, 0);
  expect(kept.state).toBe('settled');
  expect(kept.outcome?.hits.map(({ article, bare }) => [article, bare])).toEqual([
    ['a', undefined],
    ['b', undefined],
  ]);
});

test('the best answer of a preview gets its text, too, although it pushes what is below', () => {
  const shown = update('', { verdict: 'confident', hits: hits('ab', { bare: true }) });
  expect(keepStill(shown, update('ab'), 0).outcome?.hits.map(({ bare }) => bare)).toEqual([undefined, undefined]);
});

test('a certain answer is offered where none stood, and stays offered', () => {
  for (const verdict of ['none', 'related'] as const) {
    const kept = keepStill(update('ab', { verdict }), update('ba', { verdict: 'confident' }), 0);
    expect(kept.outcome).toMatchObject({ verdict, tier: 'instant' });
    expect(kept.offered?.article).toBe('b');
    expect(keepStill(kept, update('c', { verdict: 'confident' }), 0).offered?.article).toBe('b');
  }
});

test('nothing is offered beside a certain answer, on the strength of an uncertain one, or that stands first among the closest', () => {
  const offered = (shown: Outcome['verdict'], better: Outcome['verdict'], found = 'ba') =>
    keepStill(update('ab', { verdict: shown }), update(found, { verdict: better }), 0).offered;
  expect(offered('confident', 'confident')).toBeUndefined();
  expect(offered('none', 'related')).toBeUndefined();
  expect(offered('related', 'confident', 'ab')).toBeUndefined();
  expect(offered('none', 'confident', 'ab')?.article).toBe('a');
});

test('what other languages have comes below what is being read, an answer of theirs among them', () => {
  const [answer] = hits('x', { locale: 'en' }) as [Hit];
  const others = [{ locale: 'en', verdict: 'confident' as const, hits: hits('y', { locale: 'en' }) }];
  const better = update('', { verdict: 'confident', hits: [answer, ...hits('ab')], others });
  const kept = keepStill(update('ab'), better, 5);
  expect(ids(kept.outcome?.hits)).toBe('ab');
  expect(kept.offered?.article).toBe('x');
  expect(kept.late?.map((group) => [group.locale, ids(group.hits)])).toEqual([['en', 'xy']]);
  expect(keepStill(kept, update('ab'), 5).late).toEqual(kept.late);
  const beside = keepStill(update('ab', { others }), better, 0);
  expect([ids(beside.outcome?.others?.[0]?.hits), beside.late]).toEqual(['y', undefined]);
});
