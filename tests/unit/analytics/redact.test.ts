import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redact } from '../../../src/analytics/redact.ts';

it.each([
  ['refund to ann.b@example.co.uk please', 'refund to [address] please'],
  ['call me +49 (30) 123-456 78', 'call me [number]'],
  ['card 4111 1111 1111 1111 declined', 'card [number] declined'],
  ['error E42 in 2024', 'error E42 in 2024'],
  ['https://example.com/reset?token=abc does not open', '[link] does not open'],
])('of “%s” leaves “%s”', (query, left) => {
  expect(redact(query)).toBe(left);
});

it('leaves no six digits in a row and nothing longer than 300 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const left = redact(text);
      expect(left).not.toMatch(/\d{6}/);
      expect(left.length).toBeLessThanOrEqual(300);
    }),
  );
});
