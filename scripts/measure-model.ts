import { Command, InvalidArgumentError } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { modelFor, searchSettingsSchema } from '../src/schemas/search-settings.ts';
import type { CoarseSteps } from '../src/search/indexer/model/quantization.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { fail } from './lib/cli/fail.ts';
import { type ModelRow, measureModel } from './lib/model/measure-model.ts';
import { readSet } from './lib/relevance/read-set.ts';

const command = new Command('npm run measure-model --')
  .description(
    'Compares the forms of the embedding model, above all the browser’s copy, on retrieval sets: bytes, cosine to 32 bits, nDCG@10 by cosine alone.',
  )
  .argument('<dir...>', 'folders of retrieval sets')
  .option(
    '--steps <matrix,table>',
    'another rounding of the browser’s copy; may be given several times',
    collectSteps,
    [],
  )
  .option('--locale <code>', 'the language whose model is measured', 'en')
  .parse();

const { steps, locale } = command.opts<{ steps: CoarseSteps[]; locale: string }>();
await run(command.args, steps, locale).catch(fail);

async function run(folders: string[], steps: CoarseSteps[], locale: string): Promise<void> {
  const sets = await Promise.all(folders.map((folder) => readSet(folder)));
  const site = await readSite(contentRoot());
  const settings = modelFor(site?.search ?? searchSettingsSchema.parse({}), locale);
  if (!settings) throw new Error(`--locale ${locale}: search.models in site.yaml names no model for it.`);
  const rows = await measureModel(sets, {
    settings,
    language: locale,
    steps,
    progress: terminalProgress(process.stderr),
  });
  console.log(
    table(
      rows,
      sets.map(({ name }) => name),
    ),
  );
}

function table(rows: ModelRow[], sets: string[]): string {
  const cells = rows.map(({ form, bytes, cosine, ndcg10 }) => [
    form,
    bytes === undefined ? '–' : (bytes / 1e6).toFixed(2),
    cosine.mean.toFixed(4),
    cosine.least.toFixed(3),
    ...sets.map((set) => (ndcg10[set]! * 100).toFixed(1)),
  ]);
  const head = ['queries embedded by', 'MB, gzip', 'cosine', 'least', ...sets];
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function collectSteps(text: string, before: CoarseSteps[]): CoarseSteps[] {
  const [matrix, table] = text.split(',').map(Number);
  if (!matrix || !table || matrix < 0 || table < 0)
    throw new InvalidArgumentError('two numbers above 0, such as 0.2,0.8');
  return [...before, { matrix, table }];
}
