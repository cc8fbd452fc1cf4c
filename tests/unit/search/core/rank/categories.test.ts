import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../../../src/search/core/rank/rank.ts';
import { article, indexOf } from '../../small-site.ts';

const titles = ['Plans', 'Billing', 'Bikes'];

describe('the categories of what was found', () => {
  const site = (categories: readonly number[]) =>
    indexOf(
      categories.map((category, place) =>
        article(
          `a${place}`,
          `Thing ${place}`,
          'A refund.',
          { More: 'Of the refund.' },
          { category: titles[category]! },
        ),
      ),
    );

  it('count each article once, most first, and each filter finds as many as its count says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 1, maxLength: 12 }), async (categories) => {
        const index = await site(categories);
        const { categories: counted = [], articles } = await rank(index, 'refund', { counts: true, limit: 50 });
        const counts = counted.map(([, count]) => count);
        expect(counts).toEqual([...counts].sort((one, other) => other - one));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(articles.length);
        for (const [category, count] of counted) {
          const filtered = await rank(index, 'refund', { category, limit: 50 });
          expect(filtered.categories).toEqual(counted);
          expect(filtered.articles.length).toBe(count);
          for (const { article: number } of filtered.articles)
            expect(index.core.categories[index.core.articles[number]!.category]).toBe(category);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are not counted unless they are asked for, and one that nothing is in is no filter', async () => {
    const index = await site([0, 1]);
    expect((await rank(index, 'refund')).categories).toBeUndefined();
    expect((await rank(index, 'refund', { category: 'Renamed' })).articles.length).toBe(2);
    expect((await rank(index, 'xyzzy', { counts: true })).categories).toEqual([]);
  });
});
