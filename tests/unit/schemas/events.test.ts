import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../../src/schemas/events.ts';
import { makeEvent } from '../analytics/make-event.ts';

const search = makeEvent(
  { type: 'search', length: 6, verdict: 'none', tier: 'lexical', results: 0, rank: null, article: null },
  1,
);

describe('an event', () => {
  it('is refused with a field that nobody asked for', () => {
    const { error } = eventSchema.safeParse({ ...search, email: 'ann@example.com' });
    expect(error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
  });

  it('is refused when its version is another one', () => {
    expect(eventSchema.safeParse({ ...search, v: 2 }).error?.issues[0]?.path).toEqual(['v']);
  });

  it('is refused with a type that does not exist', () => {
    expect(eventSchema.safeParse({ ...search, type: 'mouse-move' }).success).toBe(false);
  });

  it('contains no identifier but its own and the visit’s', () => {
    expect(Object.keys(search).sort()).toEqual([
      'article',
      'at',
      'id',
      'length',
      'locale',
      'rank',
      'results',
      'surface',
      'tier',
      'type',
      'v',
      'verdict',
      'visit',
    ]);
  });
});
