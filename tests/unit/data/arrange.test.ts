import { describe, expect, it } from 'vitest';
import { inOrder, newest } from '../../../src/data/arrange.ts';

/** Articles of these days of May; 0 is one without a day. */
const ofDays = (...days: number[]) =>
  days.map((day, place) => ({ place, ...(day && { updated: new Date(Date.UTC(2026, 4, day)) }) }));
const days = (articles: { updated?: Date }[]) => articles.map(({ updated }) => updated?.getUTCDate());

describe('the newest articles', () => {
  it('are the six updated last, newest first', () => {
    expect(days(newest(ofDays(1, 9, 0, 3, 7, 5, 2, 8)))).toEqual([9, 8, 7, 5, 3, 2]);
  });

  it('end where a day would be cut in two', () => {
    expect(days(newest(ofDays(9, 8, 7, 6, 3, 3, 3, 3)))).toEqual([9, 8, 7, 6]);
  });

  it('are none where all are of one day, as after an import, or of none', () => {
    expect(newest(ofDays(4, 4, 4, 4, 4, 4, 4, 4))).toEqual([]);
    expect(newest(ofDays(0, 0, 0, 0, 0, 0, 0))).toEqual([]);
    expect(newest(ofDays(5, 4))).toEqual([]);
  });
});

describe('articles in their order', () => {
  it('are those that have a place, smallest first, then the others as they stand', () => {
    const items = [{ t: 'a' }, { t: 'b', order: 3 }, { t: 'c' }, { t: 'd', order: -1 }, { t: 'e', order: 3 }];
    expect(inOrder(items).map(({ t }) => t)).toEqual(['d', 'b', 'e', 'a', 'c']);
  });
});
