/** How many tests passed and failed. */
export interface TestOutcome {
  passed: number;
  failed: number;
}

/** A test and what it took, in seconds. */
export interface TimedTest {
  name: string;
  seconds: number;
}

/** What a step came to. */
export interface StepOutcome extends TestOutcome {
  name: string;
  seconds: number;
  tests: TimedTest[];
}

/** The parts of Vitest's JSON report that are counted. Durations are milliseconds. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; duration?: number | null }[];
  }[];
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

/** The tests of a Vitest report, each named with its file below `root`. */
export function timeVitest(report: VitestReport, root: string): TimedTest[] {
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${name.replace(root, '').replace(/^[\\/]/, '')}: ${fullName.trim()}`,
      seconds: (duration ?? 0) / 1000,
    })),
  );
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

/** A row for each step, with its tests and seconds. Steps that ran side by side take more together than the whole did. */
export function stepTable(outcomes: StepOutcome[], seconds: number): string {
  const rows = [
    ['step', 'tests', 'failed', 'seconds'],
    ...outcomes.map(({ name, passed, failed, seconds }) => [
      name,
      String(passed + failed),
      String(failed),
      seconds.toFixed(1),
    ]),
    ['all', ...sums(outcomes), seconds.toFixed(1)],
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[0]!))))
    .map((row) => row.join('  '))
    .join('\n');
}

function sums(outcomes: StepOutcome[]): string[] {
  const { passed, failed } = total(outcomes);
  return [String(passed + failed), String(failed)];
}

/** The `count` tests that took longest, slowest first. */
export function slowestTests(outcomes: StepOutcome[], count: number): string {
  return outcomes
    .flatMap(({ tests }) => tests)
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${name}`)
    .join('\n');
}
