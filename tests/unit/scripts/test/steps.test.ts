import { getPriority } from 'node:os';
import { expect, it, vi } from 'vitest';
import { runProgram } from '../../../../scripts/lib/test/run-program.ts';
import { runSteps, type Step } from '../../../../scripts/lib/test/steps.ts';

const step = (name: string, lane: Step['lane'], milliseconds: number, after?: string) => ({
  step: {
    name,
    title: name,
    lane,
    after,
    command: [process.execPath, '-e', `setTimeout(() => console.log('It ended.'), ${milliseconds})`] as const,
  },
  files: [],
});

it('a step begins once the one of the other lane that it needs has ended, and at once where that is not run', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const begun = () => said.mock.calls.flatMap(([line]) => /^(?:·|\n—) (\w+)(?: …|$)/.exec(String(line))?.[1] ?? []);
  const outcomes = await runSteps([step('builds', 'code', 0, 'types'), step('types', 'site', 300)]);
  expect(begun()).toEqual(['types', 'builds']);
  expect(outcomes.map(({ name, passed }) => [name, passed])).toEqual([
    ['builds', 1],
    ['types', 1],
  ]);
  said.mockClear();
  await runSteps([step('builds', 'code', 0, 'types')]);
  expect(begun()).toEqual(['builds']);
});

it('a program that yields lets others go first, and so does what it starts', async () => {
  const tell = `console.log(require('node:os').getPriority())`;
  const started = `console.log(require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(tell)}], { encoding: 'utf8' }))`;
  const priorities = (yields: boolean) =>
    Promise.all(
      [tell, started].map(async (code) =>
        Number((await runProgram([process.execPath, '-e', code], { shown: false, yields })).output),
      ),
    );
  const own = getPriority();
  // Windows has fewer steps, and none so near.
  const behind = process.platform === 'win32' ? own : Math.min(own + 5, 19);
  expect(await priorities(false)).toEqual([own, own]);
  expect(await priorities(true)).toEqual([behind, behind]);
});
