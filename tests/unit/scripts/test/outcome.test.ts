import { expect, test } from 'vitest';
import {
  countVitest,
  reportLine,
  slowestTests,
  stepTable,
  timeVitest,
  total,
} from '../../../../scripts/lib/test/outcome.ts';

const passed = (fullName: string, duration?: number) => ({ fullName, status: 'passed', duration });

test('a test file that does not load counts as a failure', () => {
  const report = {
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      { name: 'a', status: 'passed', assertionResults: [passed('one')] },
      { name: 'b', status: 'failed', assertionResults: [passed('two'), { fullName: 'three', status: 'failed' }] },
      { name: 'c', status: 'failed', assertionResults: [] },
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

test('the table has a row for each step, and the whole by the clock', () => {
  const outcomes = [
    { name: 'types', passed: 1, failed: 0, seconds: 20.04, tests: [] },
    { name: 'unit', passed: 1200, failed: 3, seconds: 100, tests: [] },
  ];
  expect(stepTable(outcomes, 101.5)).toBe(
    [
      'step   tests  failed  seconds',
      'types      1       0     20.0',
      'unit    1203       3    100.0',
      'all     1204       3    101.5',
    ].join('\n'),
  );
});

test('the slowest tests are named with their files, those without a time last', () => {
  const tests = timeVitest(
    {
      numPassedTests: 3,
      numFailedTests: 0,
      testResults: [
        {
          name: '/project/tests/a.test.ts',
          status: 'passed',
          assertionResults: [passed('quick', 4), passed(' a group slow', 12_340), passed('skipped')],
        },
      ],
    },
    '/project',
  );
  const outcome = { name: 'unit', passed: 3, failed: 0, seconds: 13, tests };
  expect(slowestTests([outcome], 2)).toBe('  12.3 s  tests/a.test.ts: a group slow\n   0.0 s  tests/a.test.ts: quick');
});
