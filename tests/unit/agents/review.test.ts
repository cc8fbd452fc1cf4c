import { describe, expect, it } from 'vitest';
import { isOld, reviewOf } from '../../../src/agents/review.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('the age of an answer', () => {
  it('counts a year from the last change', () => {
    const review = reviewOf({ updated: day('2026-05-01') });
    expect(review).toEqual({ reviewed: '2026-05-01', oldFrom: '2027-05-01' });
    expect([isOld(review, day('2027-04-30')), isOld(review, day('2027-05-01'))]).toEqual([false, true]);
  });

  it('follows the day its writer set for the next look', () => {
    expect(reviewOf({ updated: day('2026-05-01'), review_by: day('2026-06-01') })).toEqual({
      reviewed: '2026-05-01',
      oldFrom: '2026-06-01',
    });
  });

  it('is unknown without a date, and then nothing is called old', () => {
    expect(reviewOf({})).toEqual({});
    expect(isOld({}, day('2099-01-01'))).toBe(false);
  });
});
