import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import type { HelpCenter } from '../src/content/types.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { ask, choose } from './lib/new/choose.ts';
import { type Written, writeArticle, writeTranslation } from './lib/new/write-new.ts';

interface Options {
  category?: string;
  locale?: string;
  translate?: string;
  suggest: boolean;
}

const command = new Command('npm run new --')
  .description('Writes a new article, or begins a translation, with a permanent id and every field explained.')
  .argument('[title]', 'the title: the customer’s question, task or exact error message')
  .option('--category <name>', 'folder of the category')
  .option('--locale <code>', 'language; asked for at a terminal, else the default language')
  .option('--translate <id>', 'begin the translation of this article')
  .option('--no-suggest', 'do not look for articles that answer it already')
  .parse();

await run(command.args[0], command.opts<Options>()).catch(fail);

async function run(title: string | undefined, options: Options): Promise<void> {
  const center = await readCachedHelpCenter(contentRoot());
  if (!center.site) throw new Error('site.yaml cannot be used, so the languages are unknown. Run npm run check.');
  const codes = center.site.locales.map(({ code }) => code);
  if (options.locale && !codes.includes(options.locale))
    throw new Error(`There is no locale "${options.locale}" in site.yaml. The locales are ${codes.join(', ')}.`);
  if (options.translate) return tell(center, await translate(center, options.translate, options.locale));
  const question =
    title?.trim() ||
    (await ask(
      'What do customers ask? The title:',
      'Say the title: npm run new -- "How do I change my delivery address?"',
    ));
  const locale =
    options.locale ??
    (await choose(
      'In which language?',
      center.site.locales.map(({ code, label }) => ({ value: code, label })),
      '--locale',
      center.site.defaultLocale,
    ));
  if (options.suggest) await suggest(center, locale, question);
  const category = await categoryFor(center, locale, options.category);
  return tell(center, await writeArticle(center, question, locale, category));
}

async function translate(center: HelpCenter, id: string, locale: string | undefined): Promise<Written> {
  const others = center
    .site!.locales.filter(({ code }) => code !== center.site!.defaultLocale)
    .map(({ code, label }) => ({ value: code, label }));
  if (others.length === 0) throw new Error('site.yaml has one locale only. Add the language to locales first.');
  return writeTranslation(center, id, locale ?? (await choose('Into which language?', others, '--locale')));
}

async function categoryFor(center: HelpCenter, locale: string, wanted: string | undefined): Promise<string> {
  const own = center.categories.filter(
    (category) => category.locale === locale || category.locale === center.site?.defaultLocale,
  );
  const choices = [...new Map(own.map(({ slug, title }) => [slug, { value: slug, label: title }])).values()].sort(
    (a, b) => (a.value < b.value ? -1 : 1),
  );
  if (wanted !== undefined && choices.some(({ value }) => value === wanted)) return wanted;
  if (wanted !== undefined)
    throw new Error(
      `There is no category "${wanted}". The categories are ${choices.map(({ value }) => value).join(', ')}; a new one is a folder with _category.yaml.`,
    );
  return choose('In which category?', choices, '--category');
}

/** A second article on a question is two places to correct; so the search is asked first. */
async function suggest(center: HelpCenter, locale: string, title: string): Promise<void> {
  // It loads all that builds an index.
  const { loadSearchProbe } = await import('./lib/check/load-search-probe.ts');
  const searchProbe = await loadSearchProbe(center).catch(() => undefined);
  if (!searchProbe?.has(locale)) return;
  const { found, confident } = await searchProbe.ask(locale, title);
  if (found.length === 0) return;
  const files = new Map(
    center.articles.filter((article) => article.locale === locale).map((article) => [article.id, article.file]),
  );
  console.log(
    `${confident ? pc.yellow('! An article seems to answer this already:') : 'Near it are:'}\n${found
      .slice(0, 3)
      .map(({ id, title: other }) => `  ${other}  ${pc.dim(files.get(id) ?? id)}`)
      .join('\n')}\n`,
  );
}

function tell(center: HelpCenter, files: Written): void {
  const shown = files.map((file) => `  ${relative(typedPath('.'), resolve(center.root, file))}`).join('\n');
  console.log(
    `${pc.green('✓')} Written:\n${shown}\nIt is a draft: npm run dev shows it, and it is published once its draft line is gone.`,
  );
}
