import { Command, InvalidArgumentError } from 'commander';
import { reportLine, total } from './lib/test/outcome.ts';
import { buildSiteEarly, steps } from './lib/test/steps.ts';

const command = new Command('npm test --')
  .description('Runs every check of the project, as a publisher would meet them. Nothing is skipped.')
  .argument('[files...]', 'parts of the names of the test files to run')
  .option('--only <steps>', `some steps, with commas between: ${steps.map(({ name }) => name).join(', ')}`, stepNames)
  .parse();
const { only } = command.opts<{ only?: string[] }>();

const outcomes = [];
const chosen = steps.filter(({ name }) => !only || only.includes(name));
const site = chosen.some(({ wantsSite }) => wantsSite) ? buildSiteEarly() : undefined;
for (const step of chosen) {
  console.log(`\n— ${step.title}`);
  if (step.wantsSite) await site;
  outcomes.push(await step.run(command.args));
}
const sum = total(outcomes);
console.log(`\n${reportLine(sum)}`);
process.exitCode = sum.failed === 0 ? 0 : 1;

function stepNames(text: string): string[] {
  const names = text.split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new InvalidArgumentError(
      `There is no step ${unknown.join(', ')}. Choose from ${steps.map(({ name }) => name).join(', ')}.`,
    );
  return names;
}
