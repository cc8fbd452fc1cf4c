import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reviewFile } from '../../../../src/agents/review-files.ts';
import { ReviewSource } from '../../../../src/components/agents/reviews.ts';

afterEach(() => vi.unstubAllGlobals());

const files = { en: { folder: '/en/agents/reviews/', count: 4 } };
const place = `/en/agents/reviews/${reviewFile('refund', 4)}.json`;

describe('the dates of answers', () => {
  it('are those of the page where it has them, and an article without one has none', async () => {
    const source = new ReviewSource({ en: { refund: { reviewed: '2026-05-01' } } });
    await source.load([{ locale: 'en', id: 'refund' }]);
    expect(source.of('en', 'refund')).toEqual({ reviewed: '2026-05-01' });
    expect(source.of('en', 'toString')).toEqual({});
    expect(source.of('ko', 'refund')).toEqual({});
  });

  it('are fetched from the file of an article, once', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address);
      return Response.json({ refund: { reviewed: '2026-05-01' } });
    });
    const source = new ReviewSource({ en: {} }, files);
    expect(source.of('en', 'refund')).toBeUndefined();
    const both = [
      { locale: 'en', id: 'refund' },
      { locale: 'en', id: 'refund' },
    ];
    await source.load(both);
    await source.load(both);
    expect(asked).toEqual([place]);
    expect(source.of('en', 'refund')).toEqual({ reviewed: '2026-05-01' });
  });

  it('are unknown, not missing, while their file cannot be had, and are asked for again', async () => {
    const answers = [() => Promise.reject(new TypeError('offline')), () => new Response('', { status: 404 })];
    vi.stubGlobal('fetch', async () => (answers.shift() ?? (() => Response.json({ refund: {} })))());
    const source = new ReviewSource({ en: {} }, files);
    for (const expected of [undefined, undefined, {}]) {
      await source.load([{ locale: 'en', id: 'refund' }]);
      expect(source.of('en', 'refund')).toEqual(expected);
    }
  });
});

it('an article’s file is one of those there are, whatever its id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 100 }), (id, count) => {
      const file = reviewFile(id, count);
      expect(Number.isInteger(file) && file >= 0 && file < count).toBe(true);
    }),
  );
});

it('ids spread over files evenly enough', () => {
  const sizes = Map.groupBy(
    Array.from({ length: 10_000 }, (_, place) => `grown-${place}`),
    (id) => reviewFile(id, 67),
  );
  expect(sizes.size).toBe(67);
  expect(Math.max(...[...sizes.values()].map(({ length }) => length))).toBeLessThan(300);
});
