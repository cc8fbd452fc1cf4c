import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countVitest, type TestOutcome, type VitestReport } from './outcome.ts';

/** One step of `npm test`. */
export interface Step {
  name: string;
  title: string;
  /** Whether it begins with the built test site. */
  wantsSite?: boolean;
  /** `filters` narrow the test files of a Vitest step. */
  run(filters: string[]): Promise<TestOutcome>;
}

/** What `npm test` runs, in order. A step that fails does not keep the later ones from being run. */
export const steps: Step[] = [
  { name: 'types', title: 'Types', run: () => command('npm', ['run', '--silent', 'types']) },
  { name: 'check', title: 'Content check', run: () => command(process.execPath, ['scripts/check.ts', '--fast']) },
  { name: 'unit', title: 'Unit tests', run: (filters) => vitest('unit', filters) },
  {
    name: 'site',
    title: 'Build of the test site, and tests of it',
    wantsSite: true,
    run: (filters) => vitest('site', filters),
  },
  { name: 'browser', title: 'Tests in a real browser', wantsSite: true, run: (filters) => vitest('browser', filters) },
  { name: 'relevance', title: 'Relevance gates', run: (filters) => vitest('relevance', filters) },
];

/**
 * Begins to build the test site. Its build is busy with one thing after the other, and so are the first steps: side by
 * side they keep both cores of a small machine at work.
 * @returns when that has ended, successfully or not.
 */
export function buildSiteEarly(): Promise<unknown> {
  return run(process.execPath, ['tests/support/build-early.ts'], 'ignore');
}

/** A command that passes or fails as a whole. */
async function command(program: string, args: string[]): Promise<TestOutcome> {
  const status = await run(program, args);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(project: string, filters: string[]): Promise<TestOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-test-'));
  const file = join(folder, 'report.json');
  const args = ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project];
  const status = await run('npx', [
    ...args,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    file,
    ...filters,
  ]);
  const report = await readFile(file, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true });
  // No report: Vitest itself did not get as far as a test, for instance because the site does not build.
  if (report === undefined) return { passed: 0, failed: 1 };
  const outcome = countVitest(JSON.parse(report) as VitestReport);
  return status !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function run(program: string, args: string[], stdio: 'inherit' | 'ignore' = 'inherit'): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio, shell: process.platform === 'win32' });
    child.on('error', () => resolve(1));
    child.on('close', (status) => resolve(status ?? 1));
  });
}
