import { beforeEach, describe, expect, it } from 'vitest';
import { SearchTracker } from '../../../src/analytics/search-tracker.ts';
import type { Outcome } from '../../../src/search/core/types.ts';

const tracked: { query?: string | undefined; rank: number | null }[] = [];
const outcome = (query: string): Outcome => ({ query, tier: 'instant', verdict: 'related', locale: 'en', hits: [] });
let tracker: SearchTracker;

beforeEach(() => {
  tracked.length = 0;
  tracker = new SearchTracker(({ query, rank }) => tracked.push({ query, rank }));
});

describe('a search is tracked', () => {
  it('once for all the steps of typing it', () => {
    ['r', 'refu', 'refund time'].forEach((query, index) => tracker.shown(outcome(query), index * 5000));
    tracker.end(20_000);
    expect(tracked).toEqual([{ query: 'refund time', rank: null }]);
  });

  it('when another question follows', () => {
    tracker.shown(outcome('refund'), 0);
    tracker.shown(outcome('flat tyre'), 4000);
    expect(tracked).toEqual([{ query: 'refund', rank: null }]);
  });

  it('with the place of the result that was opened, and not again on leaving', () => {
    tracker.shown(outcome('refund'), 0);
    tracker.opened('refund-time', 2);
    tracker.end(9000);
    expect(tracked).toEqual([{ query: 'refund', rank: 2 }]);
  });

  it('not when it showed only for a moment', () => {
    tracker.shown(outcome('refund'), 0);
    tracker.end(400);
    expect(tracked).toEqual([]);
  });

  it('not here when the results page goes on with it', () => {
    tracker.shown(outcome('refund'), 0);
    tracker.handedOn();
    tracker.end(9000);
    expect(tracked).toEqual([]);
  });

  it('not again when an earlier page of the session tracked it', () => {
    tracker = new SearchTracker(({ query, rank }) => tracked.push({ query, rank }), 'refund');
    tracker.shown(outcome('refund'), 0);
    tracker.end(9000);
    expect(tracked).toEqual([]);
  });
});
