import { spawnSync } from 'node:child_process';
import { Command, InvalidArgumentError } from 'commander';
import { fail } from './lib/cli/fail.ts';
import { ENGINES, type EngineName, engineName } from './lib/engines/engine.ts';
import { findEngines, REMEDIES } from './lib/engines/find-engines.ts';

interface Options {
  only?: EngineName[];
  strict?: boolean;
}

const command = new Command('npm run engines --')
  .description('Runs what people do most in every engine that is installed: Chromium, Firefox and WebKit.')
  .argument('[files...]', 'parts of the names of the test files to run')
  .option('--only <engines>', 'some engines, with commas between', engineNames)
  .option('--strict', 'fail where one of them is not installed')
  .parse();

await engines(command.args, command.opts<Options>()).catch(fail);

async function engines(files: string[], { only = [...ENGINES], strict = false }: Options): Promise<void> {
  const found = await findEngines();
  for (const name of only)
    console.log(`${name.padEnd(9)} ${found.has(name) ? 'found' : `not found: install ${REMEDIES[name]}`}`);
  const missing = only.find((name) => !found.has(name));
  if (strict && missing)
    throw new Error(`${missing} is not installed, which --strict asks for. Install ${REMEDIES[missing]}.`);
  const installed = only.filter((name) => found.has(name));
  const failed = installed.filter((name) => !passes(name, files));
  const passed = installed.filter((name) => !failed.includes(name));
  console.log(
    `\nPassed in ${passed.join(', ') || 'no engine'}${failed.length > 0 ? `; failed in ${failed.join(', ')}` : ''}.`,
  );
  if (failed.length > 0 || passed.length === 0) process.exitCode = 1;
}

function passes(engine: EngineName, files: string[]): boolean {
  console.log(`\n— ${engine}`);
  const args = ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', 'engines', ...files];
  const { status } = spawnSync('npx', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ENGINE: engine },
  });
  return status === 0;
}

function engineNames(text: string): EngineName[] {
  try {
    return text.split(',').map(engineName);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}
