import { expect, test } from 'vitest';
import { table } from '../../../../scripts/lib/bench/row.ts';
import { median, quantile } from '../../../../scripts/lib/bench/statistics.ts';

test('the table aligns its columns and says which targets are met', () => {
  expect(
    table([
      { group: 'bytes', name: 'article page', value: 41.26, unit: 'kB', target: { atMost: 58 } },
      { group: 'lighthouse', name: 'home', value: 98, unit: '', target: { atLeast: 100 } },
      { group: 'deep', name: 'ready', value: NaN, unit: 's' },
    ]),
  ).toBe(
    [
      'bytes       article page      41.3 kB  ✓ ≤ 58 kB',
      'lighthouse  home                   98  ✗ ≥ 100',
      'deep        ready         not reached',
    ].join('\n'),
  );
});

test('a quantile is one of the values', () => {
  expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2);
  expect(median([])).toBeNaN();
});
