import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactEvent, redactQuery } from '../../../src/analytics/redact.ts';
import type { TrackedEvent } from '../../../src/schemas/events.ts';

it.each([
  ['refund to ann.b@example.co.uk please', 'refund to [address] please'],
  ['call me +49 (30) 123-456 78', 'call me [number]'],
  ['card 4111 1111 1111 1111 declined', 'card [number] declined'],
  ['error E42 in 2024', 'error E42 in 2024'],
  ['https://example.com/reset?token=abc does not open', '[link] does not open'],
])('of “%s” leaves “%s”', (query, left) => {
  expect(redactQuery(query)).toBe(left);
});

it('leaves no six digits in a row and nothing longer than 300 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const left = redactQuery(text);
      expect(left).not.toMatch(/\d{6}/);
      expect(left.length).toBeLessThanOrEqual(300);
    }),
  );
});

describe('of a tracked search', () => {
  const search = (query?: string): TrackedEvent => ({
    type: 'search',
    ...(query !== undefined && { query }),
    length: 6,
    verdict: 'none',
    tier: 'lexical',
    results: 0,
    rank: null,
    article: null,
  });

  it('the words stay on the device unless the owner asks for them', () => {
    expect(redactEvent(search('refund'), false)).toEqual(search());
  });

  it('the words are sent redacted, and left out where nothing is left of them', () => {
    expect(redactEvent(search('refund to ann@example.com'), true)).toEqual(search('refund to [address]'));
    expect(redactEvent(search('  '), true)).toEqual(search());
  });

  it('everything else goes along, as do all other events', () => {
    const open: TrackedEvent = { type: 'open', article: 'refund-time', from: 'search' };
    expect(redactEvent(open, false)).toBe(open);
  });
});
