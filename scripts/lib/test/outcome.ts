/** How many tests passed and failed. */
export interface TestOutcome {
  passed: number;
  failed: number;
}

/** The parts of Vitest's JSON report that are counted. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts a Vitest report. A file that failed without a failed test of its own (it does not load, or a
 * hook failed) counts as one failure, so that it cannot go unnoticed.
 */
export function countVitest(report: VitestReport): TestOutcome {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

export function total(outcomes: TestOutcome[]): TestOutcome {
  return outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

export function reportLine({ passed, failed }: TestOutcome): string {
  return `${passed} passed, ${failed} failed`;
}
