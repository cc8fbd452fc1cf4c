import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { writeFileAtomically } from '../src/cache/atomic-write.ts';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { stringsPath } from '../src/content/read-strings.ts';
import { codeOf } from '../src/content/text-file.ts';
import type { HelpCenter } from '../src/content/types.ts';
import { languages, stringFileOf, wantedStrings } from '../src/i18n/languages.ts';
import { isForReaders, missingStrings } from '../src/i18n/string-gaps.ts';
import { localeSchema } from '../src/schemas/locale.ts';
import { fail } from './lib/cli/fail.ts';
import { languageName, stringsText } from './lib/strings/strings-text.ts';

const command = new Command('npm run strings --')
  .description('Writes strings/<locale>.yaml: every text of the interface, to be translated or changed.')
  .argument('<locale>', `a language; Signpost speaks ${Object.keys(languages).join(', ')} by itself`)
  .parse();

await run(command.args[0]!).catch(fail);

async function run(locale: string): Promise<void> {
  if (!localeSchema.shape.code.safeParse(locale).success)
    throw new Error(`"${locale}" is no locale: expected a lower-case language tag such as cy, pt-br or zh-tw.`);
  const center = await readCachedHelpCenter(contentRoot());
  const file = join(center.root, stringsPath(locale));
  const before = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  });
  const shipped = stringFileOf(locale);
  const wanted = wantedStrings(locale);
  const after = stringsText({ locale, wanted, shipped, before });
  const shown = relative(process.cwd(), file);
  if (after !== before) {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomically(file, after);
  }
  console.log(`${pc.green('✓')} ${shown} ${after === before ? 'names every key already' : 'written'}.`);
  if (!center.site?.locales.some(({ code }) => code === locale))
    console.log(
      `Add the language to locales in site.yaml: - { code: ${locale}, label: ${languageName(locale, locale)} }`,
    );
  else if (!shipped) tellProgress(center, locale, [...wanted.keys()].filter(isForReaders).length);
}

function tellProgress({ strings }: HelpCenter, locale: string, all: number): void {
  const missing = missingStrings(locale, strings).length;
  console.log(
    missing === 0
      ? `All ${all} texts that readers meet are translated.`
      : `${all - missing} of ${all} texts that readers meet are translated. npm run check says what is missing or wrong.`,
  );
}
