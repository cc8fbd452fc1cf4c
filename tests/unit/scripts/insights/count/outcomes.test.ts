import { describe, expect, it } from 'vitest';
import { addToVisit, newVisit, outcomeOf, outcomeShares } from '../../../../../scripts/lib/insights/count/outcomes.ts';
import type { TrackedEvent } from '../../../../../src/schemas/events.ts';
import { makeEvent } from '../../../analytics/make-event.ts';

function outcome(...tracked: TrackedEvent[]): string {
  const visit = newVisit();
  tracked.forEach((event, index) => addToVisit(visit, makeEvent(event, index)));
  return outcomeOf(visit);
}

const read: TrackedEvent = { type: 'open', article: 'refund-time', from: 'search' };
const yes: TrackedEvent = { type: 'answered', article: 'refund-time', via: 'helpful' };
const sent: TrackedEvent = { type: 'contact-sent', channel: 'email' };
const leftAfter = (seconds: number): TrackedEvent => ({ type: 'contact-abandoned', read: 'refund-time', seconds });

describe('the outcome of a visit', () => {
  it('is silent when somebody only read: that may be content or giving up', () => {
    expect(outcome(read)).toBe('silent');
  });

  it('is answered when the customer said so', () => {
    expect(outcome(read, yes)).toBe('answered');
  });

  it('is contacted when a person was reached, whatever was said before or after', () => {
    expect(outcome(read, yes, sent)).toBe('contacted');
    expect(outcome(sent, yes)).toBe('contacted');
  });

  it('is answered when a suggestion was read and the form left', () => {
    expect(outcome({ type: 'contact-started' }, leftAfter(25))).toBe('answered');
  });

  it('is silent when a suggestion was only glanced at, or none was opened', () => {
    expect(outcome({ type: 'contact-started' }, leftAfter(9))).toBe('silent');
    expect(outcome({ type: 'contact-started' }, { type: 'contact-abandoned', read: null, seconds: 0 })).toBe('silent');
  });

  it('is silent when the article did not help', () => {
    expect(outcome(read, { type: 'not-helpful', article: 'refund-time', reason: 'wrong' })).toBe('silent');
  });
});

describe('shares', () => {
  it('are of all visits that sought help', () => {
    expect(outcomeShares({ answered: 1, contacted: 1, silent: 2 })).toEqual({
      answered: 0.25,
      contacted: 0.25,
      silent: 0.5,
    });
  });

  it('do not exist without visits', () => {
    expect(outcomeShares({ answered: 0, contacted: 0, silent: 0 })).toBeUndefined();
  });
});
