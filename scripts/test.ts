import { parseArgs } from 'node:util';
import { reportLine, total } from './lib/test/outcome.ts';
import { steps } from './lib/test/steps.ts';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const only = values.only?.split(',');
const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`--only ${unknown.join(', ')}: no such step. Choose from ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

const outcomes = [];
for (const step of steps.filter(({ name }) => !only || only.includes(name))) {
  console.log(`\n— ${step.title}`);
  outcomes.push(await step.run(positionals));
}
const sum = total(outcomes);
console.log(`\n${reportLine(sum)}`);
process.exitCode = sum.failed === 0 ? 0 : 1;
