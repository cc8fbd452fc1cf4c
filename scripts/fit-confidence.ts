import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { fail } from './lib/cli/fail.ts';
import { positiveNumber } from './lib/cli/positive-number.ts';
import { runFit } from './lib/fit-confidence/run-fit.ts';

interface Options {
  unseen: string[];
  limit?: number;
}

const command = new Command('npm run fit-confidence --')
  .description(
    'Fits how sure a ranking is of its first article on retrieval sets, prints the weights as src/search/core/parameters.ts holds them, and what they are worth beside those that stand there. Name sets of different subjects: a set counts as having no answer to the questions of the others.',
  )
  .argument('<dir...>', 'folders of retrieval sets to fit on')
  .option('--unseen <dir...>', 'sets that only show what the fit is worth', [])
  .option('--limit <questions>', 'only the first so many questions of each set', positiveNumber)
  .parse();

await fitConfidence(command.args, command.opts<Options>()).catch(fail);

async function fitConfidence(folders: string[], options: Options): Promise<void> {
  const site = await readSite(contentRoot());
  const settings = site?.search ?? searchSettingsSchema.parse({});
  await runFit(folders, {
    ...options,
    settings,
    progress: terminalProgress(process.stderr),
    print: (text) => void process.stdout.write(text),
  });
}
