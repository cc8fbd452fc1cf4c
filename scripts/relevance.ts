import { Command, Option } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readHelpCenter } from '../src/content/read-help-center.ts';
import { searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { positiveNumber } from './lib/cli/positive-number.ts';
import { runRelevance } from './lib/relevance/run-relevance.ts';
import { SYSTEMS, type SystemName } from './lib/relevance/system.ts';

interface Options {
  json?: string;
  runs?: string;
  tier?: SystemName;
  limit?: number;
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
  .parse();

await relevance(command.args, command.opts<Options>()).catch(fail);

async function relevance(folders: string[], options: Options): Promise<void> {
  const { site } = await readHelpCenter(contentRoot());
  const settings = site?.search ?? searchSettingsSchema.parse({});
  await runRelevance(
    folders.map((folder) => typedPath(folder)),
    {
      ...options,
      json: options.json && typedPath(options.json),
      runs: options.runs && typedPath(options.runs),
      settings,
      progress: terminalProgress(process.stderr),
      print: (text) => void process.stdout.write(text),
    },
  );
}
