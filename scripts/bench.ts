import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { contentRoot } from '../src/content/root.ts';
import { groups, runBench } from './lib/bench/run-bench.ts';
import { table } from './lib/bench/row.ts';
import { fail } from './lib/fail.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: contentRoot() },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});

try {
  const wanted = values.only?.split(',') ?? [...groups];
  const rows = await runBench(values.content, wanted);
  console.log(`\n${table(rows)}`);
  const report = { date: new Date().toISOString().slice(0, 10), cores: availableParallelism(), node: process.version, rows };
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
} catch (error) {
  fail(error);
}
