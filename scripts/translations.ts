import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { fingerprint } from '../src/content/fingerprint.ts';
import { setField } from '../src/content/front-matter.ts';
import { readHelpCenter } from '../src/content/read-help-center.ts';
import { type Translation, translationsOf } from '../src/content/translations.ts';
import type { HelpCenter } from '../src/content/types.ts';
import { fail } from './lib/cli/fail.ts';
import { translationHtml } from './lib/translations/html-report.ts';
import { translationTable } from './lib/translations/terminal-report.ts';

interface Options {
  locale?: string;
  accept?: string[];
  html?: string;
  json: boolean;
}

const command = new Command('npm run translations --')
  .description('Shows, per language, which articles are translated, outdated or missing.')
  .option('--locale <code>', 'look at this language only')
  .option('--accept <ids...>', 'note that these translations (or "all") say what their source says today')
  .option('--html <file>', 'write the report as HTML')
  .option('--json', 'print the report as JSON', false)
  .parse();

await run(command.opts<Options>()).catch(fail);

async function run({ locale, accept, html, json }: Options): Promise<void> {
  const root = contentRoot();
  const center = await readHelpCenter(root);
  if (!center.site) throw new Error('site.yaml cannot be used, so the languages are unknown. Run npm run check.');
  const codes = center.site.locales.map(({ code }) => code);
  if (locale && !codes.includes(locale))
    throw new Error(`There is no locale "${locale}" in site.yaml. The locales are ${codes.join(', ')}.`);
  const chosen = (state: HelpCenter): Translation[] =>
    translationsOf(state).filter((each) => !locale || each.locale === locale);
  if (accept) return acceptAll(root, chosen(center), accept);
  const translations = chosen(center);
  if (html) {
    await writeFile(html, translationHtml(translations));
    console.log(`${pc.green('✓')} The report is in ${html}.`);
  } else if (json) {
    const rows = translations.map(({ source, article, ...each }) => ({
      ...each,
      id: source.id,
      title: source.title,
      source: source.file,
      file: article?.file,
    }));
    console.log(JSON.stringify(rows, null, 2));
  } else process.stdout.write(translationTable(translations));
}

/** Writes today's fingerprints of the source into the translations. */
async function acceptAll(root: string, translations: Translation[], ids: string[]): Promise<void> {
  const known = new Set(translations.map(({ source }) => source.id));
  const unknown = ids.find((id) => id !== 'all' && !known.has(id));
  if (unknown) throw new Error(`There is no article with the id "${unknown}" in the default language.`);
  const wanted = translations.filter(
    ({ source, state }) => state !== 'missing' && (ids.includes('all') || ids.includes(source.id)),
  );
  for (const { source, article } of wanted) {
    const path = join(root, article!.file);
    await writeFile(path, setField(await readFile(path, 'utf8'), 'source_hash', fingerprint(source)));
  }
  console.log(
    wanted.length === 0
      ? 'There is no translation to accept.'
      : `${pc.green('✓')} Accepted ${wanted.length}:\n${wanted.map(({ article }) => `  ${article!.file}`).join('\n')}`,
  );
}
