import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { openModels } from '../src/search/indexer/process/open-models.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { fail } from './lib/cli/fail.ts';

new Command('npm run prepare-model --')
  .description(
    'Prepares what a build would prepare on its way: the models of the site’s languages, and their copies for browsers.',
  )
  .parse();

await prepareModels().catch(fail);

async function prepareModels(): Promise<void> {
  const site = await readSite(contentRoot());
  const settings = site?.search ?? searchSettingsSchema.parse({});
  const locales = site?.locales.map(({ code }) => code) ?? ['en'];
  const models = await openModels(settings, locales, terminalProgress());
  for (const locale of locales) {
    const model = models.of.get(locale);
    const download = model?.browser && `; browsers download ${(model.browser.copy.bytes / 1e6).toFixed(1)} MB of it`;
    console.log(
      model
        ? `${locale}: the model ${model.teacher.id} is ready${download ?? ''}.`
        : `${locale} is searched by words alone${models.unavailable[locale] ? `: ${models.unavailable[locale]}` : '.'}`,
    );
  }
}
