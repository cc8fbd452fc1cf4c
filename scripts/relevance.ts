import { Command, Option } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { type ProgressSink, terminalProgress } from '../src/terminal/progress.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { positiveNumber } from './lib/cli/positive-number.ts';
import { mailCorpus, readMails } from './lib/relevance/mail-set.ts';
import { mailTable, measureMails } from './lib/relevance/measure-mails.ts';
import type { RelevanceTeachers } from './lib/relevance/prepare-systems.ts';
import { relevanceTeachers, runRelevance } from './lib/relevance/run-relevance.ts';
import { SYSTEMS, type SystemName } from './lib/relevance/system.ts';
import { openAnswerIndex } from './lib/suggest/cached-answer-index.ts';

interface Options {
  json?: string;
  runs?: string;
  tier?: SystemName;
  limit?: number;
  join?: true;
  vectorFile?: number;
  mails?: true;
}

const command = new Command('npm run relevance --')
  .description(
    'Measures the search on retrieval sets: folders with corpus.jsonl, queries.jsonl and qrels.tsv. The embedding model is that of site.yaml.',
  )
  .argument('<dir...>', 'folders of retrieval sets')
  .option('--json <file>', 'write the figures as JSON')
  .option('--runs <file>', 'write the first 20 documents of every query as JSON Lines')
  .addOption(new Option('--tier <name>', 'measure one system only').choices([...SYSTEMS]))
  .option('--limit <queries>', 'run only the first so many queries of each set', positiveNumber)
  .option('--join', 'search the documents of all sets together, as those of one site')
  .option(
    '--vector-file <kB>',
    'part the sections’ vectors into clusters from this size of their file on, other than a site does; a large one has all vectors looked at',
    positiveNumber,
  )
  .option(
    '--mails',
    'measure how customers’ mails are understood instead: each folder has a mails.jsonl, and a corpus.jsonl or the site’s own articles',
  )
  .parse();

await relevance(command.args, command.opts<Options>()).catch(fail);

async function relevance(folders: string[], options: Options): Promise<void> {
  const site = await readSite(contentRoot());
  const settings = site?.search ?? searchSettingsSchema.parse({});
  const progress = terminalProgress(process.stderr);
  if (options.mails)
    return measureMailsIn(folders, relevanceTeachers({ settings, tier: 'instant', progress }), progress);
  await runRelevance(
    folders.map((folder) => typedPath(folder)),
    {
      ...options,
      json: options.json && typedPath(options.json),
      runs: options.runs && typedPath(options.runs),
      settings,
      progress,
      print: (text) => void process.stdout.write(text),
    },
  );
}

async function measureMailsIn(folders: string[], teachers: RelevanceTeachers, progress: ProgressSink): Promise<void> {
  for (const folder of folders.map((one) => typedPath(one))) {
    const mails = await readMails(folder);
    const index = (await mailCorpus(folder, teachers, progress)) ?? (await openAnswerIndex(contentRoot()));
    process.stdout.write(`\n${folder}\n${mailTable(await measureMails(mails, index))}\n`);
  }
}
