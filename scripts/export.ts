import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { readHelpCenter } from '../src/content/read-help-center.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { exitOnClosedPipe } from './lib/cli/closed-pipe.ts';
import { fail } from './lib/cli/fail.ts';
import { llmsFull } from './lib/export/llms-full.ts';
import { sectionRecords } from './lib/export/section-records.ts';

const command = new Command('npm run export --')
  .description('Write the whole help center as JSON Lines, one section a line, and as one text for language models.')
  .option('--out <folder>', 'where sections.jsonl and llms-full.txt are written', 'export')
  .option('--stdout', 'print the JSON Lines and write nothing')
  .parse();

exitOnClosedPipe();
await run(command.opts<{ out: string; stdout?: boolean }>()).catch(fail);

async function run({ out: typed, stdout }: { out: string; stdout?: boolean }): Promise<void> {
  const out = typedPath(typed);
  const center = await readHelpCenter(contentRoot());
  const errors = center.problems.filter(({ severity }) => severity === 'error');
  if (!center.site)
    throw new Error(
      `${center.root} has no usable site.yaml, so the articles have no addresses. Run npm run check; it says what to mend.`,
    );
  const records = sectionRecords(center);
  const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  if (stdout) return void process.stdout.write(lines);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'sections.jsonl'), lines);
  await writeFile(join(out, 'llms-full.txt'), llmsFull(center));
  const articles = new Set(records.map(({ locale, article }) => `${locale}/${article}`)).size;
  console.log(
    `${pc.green('✓')} Wrote ${records.length} sections of ${articles} articles to ${join(out, 'sections.jsonl')} and ${join(out, 'llms-full.txt')}.`,
  );
  if (errors.length > 0) {
    console.error(
      pc.yellow(
        `! ${errors.length} files could not be read in full and may be missing. Run npm run check; it says what to mend.`,
      ),
    );
    process.exitCode = 1;
  }
}
