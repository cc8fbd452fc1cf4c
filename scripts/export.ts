import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import type { HelpCenter } from '../src/content/types.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { exitOnClosedPipe } from './lib/cli/closed-pipe.ts';
import { fail } from './lib/cli/fail.ts';
import { ENGINES, type Engine } from './lib/export/engine/engine-index.ts';
import { llmsFull } from './lib/export/llms-full.ts';
import { sectionRecords } from './lib/export/section-records.ts';

const command = new Command('npm run export --')
  .description('Write the whole help center as JSON Lines, one section a line, and as one text for language models.')
  .option('--out <folder>', 'where sections.jsonl and llms-full.txt are written', 'export')
  .addOption(
    new Option(
      '--engine <name>',
      'also write the sections with their vectors in the form in which a search engine takes many at once',
    ).choices(ENGINES),
  )
  .option('--stdout', 'print the JSON Lines and write nothing')
  .parse();

exitOnClosedPipe();
await run(command.opts<{ out: string; engine?: Engine; stdout?: boolean }>()).catch(fail);

async function run({ out: typed, engine, stdout }: { out: string; engine?: Engine; stdout?: boolean }): Promise<void> {
  const out = typedPath(typed);
  const center = await readCachedHelpCenter(contentRoot());
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
  if (engine) await writeFor(engine, center, out);
  if (errors.length > 0) {
    console.error(
      pc.yellow(
        `! ${errors.length} files could not be read in full and may be missing. Run npm run check; it says what to mend.`,
      ),
    );
    process.exitCode = 1;
  }
}

/** Says what the requests are, so that nobody has to look them up. */
async function writeFor(engine: Engine, center: HelpCenter, out: string): Promise<void> {
  // It loads the models' code.
  const { writeEngine } = await import('./lib/export/engine/write-engine.ts');
  const written = await writeEngine(center, engine, out, terminalProgress());
  for (const { index, sections, body, bulk, questionPrefix } of written) {
    const prefix = questionPrefix ? `, with “${questionPrefix}” before them` : '';
    console.log(
      `${pc.green('✓')} Wrote ${sections} sections for the index ${index}${questionPrefix === undefined ? ', without vectors' : `; embed questions with the same model${prefix}`}. To make and fill it:`,
    );
    console.log(`  curl -X PUT "$ENGINE/${index}" -H 'Content-Type: application/json' --data-binary "@${body}"`);
    for (const file of bulk)
      console.log(`  curl -X POST "$ENGINE/_bulk" -H 'Content-Type: application/x-ndjson' --data-binary "@${file}"`);
  }
}
