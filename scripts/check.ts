import { Command } from 'commander';
import pc from 'picocolors';
import { checkContent } from '../src/content/check.ts';
import { readHelpCenter } from '../src/content/read.ts';
import { countProblems, formatReport } from '../src/content/report.ts';
import { contentRoot } from '../src/content/root.ts';
import { fail } from './lib/fail.ts';

interface Options {
  json: boolean;
}

const command = new Command('check')
  .description('Reports everything that is wrong with the content, with file, line and what to do.')
  .option('--json', 'print the problems as JSON', false)
  .parse();

await check(command.opts<Options>()).catch(fail);

async function check({ json }: Options): Promise<void> {
  const center = await readHelpCenter(contentRoot());
  const problems = await checkContent(center);
  const counts = countProblems(problems);
  process.stdout.write(json ? `${JSON.stringify({ ...counts, problems }, null, 2)}\n` : formatReport(problems, center, pc.isColorSupported));
  if (counts.errors > 0) process.exitCode = 1;
}
