import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { fingerprint } from '../src/content/fingerprint.ts';
import { setField } from '../src/content/front-matter.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { type Translation, translationsOf } from '../src/content/translations.ts';
import type { HelpCenter } from '../src/content/types.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import type { Counts } from './lib/insights/count/tally.ts';
import { countInWorker } from './lib/insights/count/worker-client.ts';
import { byDemand, demandFor } from './lib/translations/demand.ts';
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
  .argument(
    '[files...]',
    'files that the collector wrote, or exports as insights reads them; missing translations are then ordered by how often they are asked for',
  )
  .option('--locale <code>', 'look at this language only, and list each article also where there are hundreds')
  .option('--accept <ids...>', 'note that these translations (or "all") say what their source says today')
  .option('--html <file>', 'write the report as HTML')
  .option('--json', 'print the report as JSON', false)
  .parse();

await run(command.args, command.opts<Options>()).catch(fail);

async function run(files: string[], { locale, accept, html, json }: Options): Promise<void> {
  const root = contentRoot();
  const center = await readCachedHelpCenter(root);
  if (!center.site) throw new Error('site.yaml cannot be used, so the languages are unknown. Run npm run check.');
  const codes = center.site.locales.map(({ code }) => code);
  if (locale && !codes.includes(locale))
    throw new Error(`There is no locale "${locale}" in site.yaml. The locales are ${codes.join(', ')}.`);
  const chosen = (state: HelpCenter): Translation[] =>
    translationsOf(state).filter((each) => !locale || each.locale === locale);
  if (accept && files.length > 0)
    throw new Error(
      `${files.join(', ')}: --accept takes no files of events. Name them without it, for the order alone.`,
    );
  if (accept) return acceptAll(root, chosen(center), accept);
  const counts = files.length > 0 ? await countedIn(files.map((file) => typedPath(file))) : undefined;
  const translations = counts ? byDemand(chosen(center), counts) : chosen(center);
  if (html) {
    await writeFile(typedPath(html), translationHtml(translations, new Date(), counts));
    console.log(`${pc.green('✓')} The report is in ${html}.`);
  } else if (json) {
    const rows = translations.map((translation) => {
      const { source, article, ...each } = translation;
      const asked = counts && demandFor(translation, counts);
      return { ...each, id: source.id, title: source.title, source: source.file, file: article?.file, asked };
    });
    console.log(JSON.stringify(rows, null, 2));
  } else process.stdout.write(translationTable(translations, pc.isColorSupported, counts, locale !== undefined));
}

/**
 * What the events of these files asked for. Lines that hold none are told on the error output.
 * @throws Error naming a file that cannot be read, or the files when they hold no event at all.
 */
async function countedIn(files: string[]): Promise<Counts> {
  const { tally, skipped } = await countInWorker(files, 1, terminalProgress());
  const places = skipped.places.join(', ');
  if (tally.events === 0)
    throw new Error(
      `${files.join(', ')}: found no event of Signpost${places && ` (nothing of ours in ${places})`}; expected files that npm run collect wrote, such as events/*.ndjson. Name those, or none for the order of the files.`,
    );
  if (skipped.count > 0)
    console.error(`${skipped.count} lines hold no event of Signpost and were left out, such as ${places}.`);
  return tally;
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
    await writeFile(path, setField(await readFile(path, 'utf8'), 'source_hash', fingerprint(source, article!)));
  }
  console.log(
    wanted.length === 0
      ? 'There is no translation to accept.'
      : `${pc.green('✓')} Accepted ${wanted.length}:\n${wanted.map(({ article }) => `  ${article!.file}`).join('\n')}`,
  );
}
