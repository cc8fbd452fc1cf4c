import { Command, InvalidArgumentError } from 'commander';
import { fail } from './lib/cli/fail.ts';
import { chooseChanged } from './lib/test/changed.ts';
import { forgetOldCode } from './lib/test/kept-code.ts';
import { reportLine, slowestTests, stepTable, total } from './lib/test/outcome.ts';
import { type ChosenStep, runSteps, steps } from './lib/test/steps.ts';

const names = steps.map(({ name }) => name).join(', ');
const command = new Command('npm test --')
  .description('Runs every check of the project, as a publisher would meet them. Nothing is skipped.')
  .argument('[files...]', 'parts of the names of the test files to run')
  .option('--only <steps>', `some steps, with commas between: ${names}`, stepNames)
  .option('--changed [revision]', 'what the changes since a revision of git can have broken; HEAD unless said')
  .option('--slowest', 'name the ten slowest tests, too', false)
  .parse();
await run().catch(fail);

async function run(): Promise<void> {
  const { slowest } = command.opts<{ slowest: boolean }>();
  const began = performance.now();
  const chosen = await choose();
  await forgetOldCode();
  const outcomes = await runSteps(chosen);
  if (slowest) console.log(`\nSlowest tests\n${slowestTests(outcomes, 10)}`);
  console.log(`\n${stepTable(outcomes, (performance.now() - began) / 1000)}`);
  const sum = total(outcomes);
  console.log(`\n${reportLine(sum)}`);
  process.exitCode = sum.failed === 0 ? 0 : 1;
}

async function choose(): Promise<ChosenStep[]> {
  const { only, changed } = command.opts<{ only?: string[]; changed?: string | true }>();
  const all = changed ? await chooseChanged(changed === true ? 'HEAD' : changed) : undefined;
  const candidates = all ?? steps.map((step) => ({ step, files: command.args }));
  return candidates.filter(({ step }) => !only || only.includes(step.name));
}

function stepNames(text: string): string[] {
  const wanted = text.split(',');
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`There is no step ${unknown.join(', ')}. Choose from ${names}.`);
  return wanted;
}
