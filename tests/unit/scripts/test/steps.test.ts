import { expect, it, vi } from 'vitest';
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
