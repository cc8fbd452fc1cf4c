import { expect, test } from 'vitest';
import { countVitest, reportLine, total } from '../../../scripts/lib/test/outcome.ts';

test('a test file that does not load counts as a failure', () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 2, failed: 2 });
});

test('the last line sums the steps up', () => {
  expect(
    reportLine(
      total([
        { passed: 3, failed: 0 },
        { passed: 1, failed: 2 },
      ]),
    ),
  ).toBe('4 passed, 2 failed');
});
