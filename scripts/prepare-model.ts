import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readHelpCenter } from '../src/content/read-help-center.ts';
import { searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { loadTeacher } from '../src/search/indexer/embed/teacher.ts';
import { writeBrowserModel } from '../src/search/indexer/model/write-browser-model.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { fail } from './lib/cli/fail.ts';

new Command('npm run prepare-model --')
  .description('Prepares what a build would prepare on its way: the model, and its copy for browsers.')
  .parse();

await prepareModels().catch(fail);

async function prepareModels(): Promise<void> {
  const { site } = await readHelpCenter(contentRoot());
  const settings = site?.search ?? searchSettingsSchema.parse({});
  const progress = terminalProgress();
  const teacher = await loadTeacher(settings.model, { progress });
  if (settings.deepTier === 'off') return console.log(`The model ${teacher.id} is ready.`);
  const { copy } = await writeBrowserModel(settings.model, { progress });
  console.log(`The model ${teacher.id} is ready; browsers download ${(copy.bytes / 1e6).toFixed(1)} MB of it.`);
}
