import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/search/core/types.ts';
import { SearchWatch } from '../../../src/analytics/search-tracker.ts';

const told: { query?: string | undefined; rank: number | null }[] = [];
const outcome = (query: string): Outcome => ({ query, tier: 'instant', verdict: 'related', hits: [] });
let watch: SearchWatch;

beforeEach(() => {
  told.length = 0;
  watch = new SearchWatch(({ query, rank }) => told.push({ query, rank }));
});

describe('a search is counted', () => {
  it('once for all the steps of typing it', () => {
    ['r', 'refu', 'refund time'].forEach((query, index) => watch.shown(outcome(query), index * 5000));
    watch.end(20_000);
    expect(told).toEqual([{ query: 'refund time', rank: null }]);
  });

  it('when another question follows', () => {
    watch.shown(outcome('refund'), 0);
    watch.shown(outcome('flat tyre'), 4000);
    expect(told).toEqual([{ query: 'refund', rank: null }]);
  });

  it('with the place of the result that was opened, and not again on leaving', () => {
    watch.shown(outcome('refund'), 0);
    watch.opened('refund-time', 2);
    watch.end(9000);
    expect(told).toEqual([{ query: 'refund', rank: 2 }]);
  });

  it('not when it showed only for a moment', () => {
    watch.shown(outcome('refund'), 0);
    watch.end(400);
    expect(told).toEqual([]);
  });

  it('not here when the results page goes on with it', () => {
    watch.shown(outcome('refund'), 0);
    watch.handedOn();
    watch.end(9000);
    expect(told).toEqual([]);
  });

  it('not again when an earlier page of the visit counted it', () => {
    watch = new SearchWatch(({ query, rank }) => told.push({ query, rank }), 'refund');
    watch.shown(outcome('refund'), 0);
    watch.end(9000);
    expect(told).toEqual([]);
  });
});
