import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { commands } from './lib/bench/measure-first-minute.ts';
import { scaleParts } from './lib/bench/measure-scale.ts';
import { table } from './lib/bench/row.ts';
import { groups, runBench, whenNamed } from './lib/bench/run-bench.ts';
import { fail } from './lib/cli/fail.ts';

const options = new Command('npm run bench --')
  .description(
    'Measures builds, edits, bytes, speed, the way to support, Lighthouse and accessibility, and prints a table with the targets.',
  )
  .option('--content <folder>', 'the content to measure', contentRoot())
  .option(
    '--only <groups>',
    `some measurements, with commas between: ${groups.join(', ')}; when named also ${whenNamed.join(', ')}`,
  )
  .option('--events <number>', 'how many events insights is measured on', '1000000')
  .option(
    '--sets <folders>',
    'retrieval sets for topics and languages, with commas between; the documents of the first one are the topics',
    '',
  )
  .option(
    '--skip <parts>',
    `what first-minute leaves out, with commas between: ${commands.join(', ')}; or what scale does: ${scaleParts.join(', ')}`,
    '',
  )
  .option(
    '--workspace <folder>',
    'where scale keeps its content, sites and caches, so that --skip cold measures again with them',
  )
  .option(
    '--articles <numbers>',
    'how many articles scale grows the content to, with commas between',
    '1000,3000,10000',
  )
  .option('--json <file>', 'also write the figures as JSON')
  .parse()
  .opts<{
    content: string;
    only?: string;
    events: string;
    sets: string;
    skip: string;
    articles: string;
    workspace?: string;
    json?: string;
  }>();

try {
  const wanted = options.only?.split(',') ?? [...groups];
  const events = Number(options.events);
  if (!Number.isInteger(events) || events < 1)
    throw new Error(`--events ${options.events}: expected a whole number above 0.`);
  const sizes = options.articles.split(',').map(Number);
  if (!sizes.every((size, index) => Number.isInteger(size) && size > (sizes[index - 1] ?? 0)))
    throw new Error(
      `--articles ${options.articles}: expected whole numbers above 0, each greater than the one before.`,
    );
  const { rows, failures } = await runBench(options.content, wanted, {
    events,
    sets: options.sets.split(',').filter(Boolean),
    skip: options.skip.split(',').filter(Boolean),
    sizes,
    workspace: options.workspace,
  });
  console.log(`\n${table(rows)}`);
  const report = {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    node: process.version,
    rows,
    failures,
  };
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  for (const failure of failures) console.error(`${pc.red('✗')} ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
