import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstTopics, pageNumbers, paginate } from '../../../src/site/list-pages.ts';

interface TestGroup {
  name: number;
  articles: string[];
  continued?: boolean;
}
const groupsOf = (sizes: readonly number[]): TestGroup[] =>
  sizes.map((size, group) => ({
    name: group,
    articles: Array.from({ length: size }, (_, place) => `${group}.${place}`),
  }));
const sizes = fc.array(fc.nat({ max: 60 }), { maxLength: 40 });
const most = fc.integer({ min: 1, max: 25 });

describe('the pages of a list', () => {
  it('hold each entry once, in its order, below its own heading, and none is empty or too long', () => {
    fc.assert(
      fc.property(sizes, most, (sizes, most) => {
        const groups = groupsOf(sizes);
        const pages = paginate(groups, 0, most);
        const entries = pages.flat().flatMap(({ articles }) => articles);
        expect(entries).toEqual(groups.flatMap(({ articles }) => articles));
        for (const { name, articles } of pages.flat())
          expect(articles.every((entry) => entry.startsWith(`${name}.`))).toBe(true);
        if (entries.length === 0) return;
        for (const page of pages) {
          const size = page.reduce((sum, { articles }) => sum + articles.length, 0);
          expect(size).toBeGreaterThan(0);
          expect(size).toBeLessThanOrEqual(most);
          expect(page.every(({ articles }) => articles.length > 0)).toBe(true);
        }
      }),
    );
  });

  it('divide no group that fits on one, and mark the parts of a divided one but the first', () => {
    fc.assert(
      fc.property(sizes, most, (sizes, most) => {
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const parts = paginate(groupsOf(sizes), 0, most).flat();
        for (const [name, size] of sizes.entries()) {
          const own = parts.filter((part) => part.name === name);
          expect(own).toHaveLength(total === 0 ? 1 : Math.ceil(size / most));
          expect(own.map(({ continued = false }) => continued)).toEqual(own.map((_, part) => part > 0));
        }
      }),
    );
  });

  it('are as few that two neighbours hold more than one could, or parts of one group', () => {
    fc.assert(
      fc.property(sizes, most, (sizes, most) => {
        const pages = paginate(groupsOf(sizes), 0, most);
        for (const [place, page] of pages.entries()) {
          const next = pages[place + 1];
          if (!next) continue;
          const first = next[0]!;
          const before = page.reduce((sum, { articles }) => sum + articles.length, 0);
          expect(before + first.articles.length > most || first.continued).toBe(true);
        }
      }),
    );
  });

  it('are one where the list is short enough, as it came', () => {
    const groups = groupsOf([120, 0, 80]);
    expect(paginate(groups, 200, 100)).toEqual([groups]);
    expect(paginate(groupsOf([120, 81]), 200, 100).map((page) => page.map(({ articles }) => articles.length))).toEqual([
      [60],
      [60],
      [81],
    ]);
  });
});

describe('the links between pages', () => {
  it('lead to the first, the last and the neighbours of the page', () => {
    expect(pageNumbers(5, 9)).toEqual([1, 0, 4, 5, 6, 0, 9]);
    expect(pageNumbers(1, 9)).toEqual([1, 2, 0, 9]);
    expect(pageNumbers(4, 9)).toEqual([1, 2, 3, 4, 5, 0, 9]);
    expect(pageNumbers(9, 9)).toEqual([1, 0, 8, 9]);
    expect(pageNumbers(1, 2)).toEqual([1, 2]);
  });

  it('rise, hold the page itself, and leave out more than one page wherever they leave out any', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (a, b) => {
        const [current, count] = [Math.min(a, b), Math.max(a, b)];
        const shown = pageNumbers(current, count);
        expect(shown).toContain(current);
        expect([shown[0], shown.at(-1)]).toEqual([1, count]);
        expect(shown.length).toBeLessThanOrEqual(7);
        for (const [place, page] of shown.entries()) {
          if (place === 0) continue;
          const before = shown[place - 1]!;
          if (page === 0) expect(shown[place + 1]! - before).toBeGreaterThan(2);
          else if (before !== 0) expect(page).toBe(before + 1);
        }
      }),
    );
  });
});

it('topics are all shown until there are too many, then the first few', () => {
  expect(firstTopics([1, 2, 3], 3, 1)).toEqual({ shown: [1, 2, 3], rest: [] });
  expect(firstTopics([1, 2, 3, 4], 3, 1)).toEqual({ shown: [1], rest: [2, 3, 4] });
});
