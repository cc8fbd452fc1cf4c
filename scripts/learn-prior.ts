import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readSite } from '../src/content/read-site.ts';
import { modelFor, searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { languageOf } from '../src/search/core/text/language.ts';
import { learnPrior } from '../src/search/indexer/distil/prior.ts';
import { SHIPPED_PRIORS } from '../src/search/indexer/distil/shipped-prior.ts';
import { loadTeacher } from '../src/search/indexer/embed/teacher.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { fail } from './lib/cli/fail.ts';

interface Options {
  locale: string;
  model?: string;
}

const command = new Command('npm run learn-prior --')
  .description(
    'Learns the words of the model of site.yaml and writes what every site that uses this model begins with. To be run, and its file committed, when the model or what the words are learned from has changed.',
  )
  .option('--locale <code>', 'the language whose questions are learned from', 'en')
  .option(
    '--model <language>',
    'the model that serves this language, "*" for the one of many; that of the locale unless given',
  )
  .parse();

await write(command.opts<Options>()).catch(fail);

async function write({ locale, model: served = locale }: Options): Promise<void> {
  const settings = (await readSite(contentRoot()))?.search ?? searchSettingsSchema.parse({});
  const progress = terminalProgress(process.stderr);
  const model = modelFor(settings, served);
  if (!model)
    throw new Error(
      `--${served === locale ? 'locale' : 'model'} ${served}: search.models in site.yaml names no model for it.`,
    );
  const teacher = await loadTeacher(model, { progress });
  const { name, bytes } = await learnPrior(teacher, { locale, progress });
  await mkdir(SHIPPED_PRIORS, { recursive: true });
  // What the same model knew before nobody will ask for.
  const former = (await readdir(SHIPPED_PRIORS)).filter(
    (file) => file.startsWith(`${teacher.family}-${languageOf(locale)}-`) && file !== name,
  );
  for (const file of former) await rm(new URL(file, SHIPPED_PRIORS));
  await writeFile(new URL(name, SHIPPED_PRIORS), bytes);
  console.log(`✓ ${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
}
