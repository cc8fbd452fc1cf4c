import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countVitest, type StepOutcome, type TestOutcome, timeVitest, type VitestReport } from './outcome.ts';
import { type CommandLine, runProgram } from './run-program.ts';

/** One step of `npm test`. */
export interface Step {
  name: string;
  title: string;
  /** Steps of one lane follow each other; the lanes run side by side, so that both cores of a small machine are busy. */
  lane: 'code' | 'site' | 'rest';
  /** A step of another lane that must have ended before. */
  after?: string;
  /** Takes the time that the other lanes leave. */
  yields?: boolean;
  /** The command that passes or fails as a whole; none for a project of Vitest, whose tests are counted. */
  command?: CommandLine;
  /** Variables of the environment for the command. */
  env?: Readonly<Record<string, string>>;
}

/** What `npm test` runs. A step that fails does not keep the later ones from being run. */
export const steps: readonly Step[] = [
  // It writes where builds read. Types of collections come from their schemas: to read and render all articles for them took a third of it.
  {
    name: 'types',
    title: 'Types',
    lane: 'site',
    command: ['npm', 'run', '--silent', 'types'],
    env: { SIGNPOST_CONTENT: 'tests/fixtures/owners/game' },
  },
  { name: 'lint', title: 'Lint', lane: 'code', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'check', title: 'Content check', lane: 'code', command: [process.execPath, 'scripts/check.ts', '--fast'] },
  { name: 'builds', title: 'Builds of sites of their own', lane: 'code', after: 'types' },
  // After the builds, since by then the test site's index is made, most of which is theirs.
  { name: 'relevance', title: 'Relevance gates', lane: 'code' },
  // The other two wait for a third of their time, for the disk, a clock or a page. Once the site is built the model is prepared.
  { name: 'unit', title: 'Unit tests', lane: 'rest', after: 'site', yields: true },
  { name: 'site', title: 'Build of the test site, and tests of it', lane: 'site' },
  { name: 'browser', title: 'Tests in a real browser', lane: 'site' },
];

/** Vitest, started without npx, which takes half a second to find it. */
export const VITEST: CommandLine = [process.execPath, 'node_modules/vitest/vitest.mjs'];

/** What is to be run of a step. */
export interface ChosenStep {
  step: Step;
  /** Parts of the names of the test files that a Vitest step runs; all of them when there are none. */
  files: readonly string[];
}

/** Runs the steps and gives what they came to, in their order. What steps print that run side by side is shown as each ends. */
export async function runSteps(chosen: readonly ChosenStep[]): Promise<StepOutcome[]> {
  const outcomes = new Map<string, StepOutcome>();
  const lanes = [...new Set(chosen.map(({ step }) => step.lane))];
  const ended = new Map(chosen.map(({ step }) => [step.name, Promise.withResolvers<void>()]));
  await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
  return chosen.flatMap(({ step }) => outcomes.get(step.name) ?? []);

  async function runLane(lane: Step['lane'], alone: boolean): Promise<void> {
    for (const { step, files } of chosen.filter(({ step }) => step.lane === lane)) {
      if (step.after) await ended.get(step.after)?.promise;
      console.log(alone ? `\n— ${step.title}` : `· ${step.title} …`);
      const began = performance.now();
      const { output, ...outcome } = await runStep(step, files, alone);
      outcomes.set(step.name, { ...outcome, name: step.name, seconds: (performance.now() - began) / 1000 });
      ended.get(step.name)!.resolve();
      if (!alone) console.log(`\n— ${step.title}\n${output.trimEnd()}\n`);
    }
  }
}

type Printed = TestOutcome & Pick<StepOutcome, 'tests'> & { output: string };

async function runStep(step: Step, files: readonly string[], shown: boolean): Promise<Printed> {
  const { title, command, env, yields = false } = step;
  if (!command) return vitest(step, files, shown);
  const began = performance.now();
  const { status, output } = await runProgram(command, { shown, yields, env });
  const passed = status === 0 ? 1 : 0;
  return { passed, failed: 1 - passed, tests: [{ name: title, seconds: (performance.now() - began) / 1000 }], output };
}

async function vitest({ name, yields = false }: Step, files: readonly string[], shown: boolean): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-test-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file];
  const { status, output } = await runProgram([...vitestOf(name), ...reporters, ...files], { shown, yields });
  const text = await readFile(file, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true });
  // No report: Vitest itself did not get as far as a test, for instance because the site does not build.
  if (text === undefined) return { passed: 0, failed: 1, tests: [], output };
  const report = JSON.parse(text) as VitestReport;
  const outcome = countVitest(report);
  if (status !== 0 && outcome.failed === 0) outcome.failed = 1;
  return { ...outcome, tests: timeVitest(report, process.cwd()), output };
}

function vitestOf(project: string): CommandLine {
  return [...VITEST, 'run', '--config', 'tests/vitest.config.ts', '--project', project];
}
