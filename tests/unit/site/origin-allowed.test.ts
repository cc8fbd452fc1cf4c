import { expect, test } from 'vitest';
import { originAllowed } from '../../../src/site/origin-allowed.ts';

test('a page listens to the origins that site.yaml names and to no lookalike', () => {
  const allowed = ['https://www.example.com', 'https://*.example.org'];
  const asked = [
    'https://www.example.com',
    'https://shop.example.org',
    'https://www.example.com.evil.test',
    'https://evilexample.org',
    'http://shop.example.org',
  ];
  expect(asked.map((origin) => originAllowed(origin, allowed))).toEqual([true, true, false, false, false]);
});
