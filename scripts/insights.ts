import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { publishedArticles } from '../src/content/published-articles.ts';
import type { HelpCenter } from '../src/content/types.ts';
import { languages, stringFileOf } from '../src/i18n/languages.ts';
import { searchSettingsSchema } from '../src/schemas/search-settings.ts';
import { editUrl } from '../src/site/edit-url.ts';
import { terminalProgress } from '../src/terminal/progress.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { positiveNumber } from './lib/cli/positive-number.ts';
import { countInWorker } from './lib/insights/count/worker-client.ts';
import { groupQuestions } from './lib/insights/group/group-questions.ts';
import { mostRead, withPopular } from './lib/insights/popular.ts';
import type { ArticleSource } from './lib/insights/report/tables.ts';

interface Options {
  out: string;
  locale?: string;
  questions: number;
  days: number;
  popular?: boolean;
}

const program = new Command('npm run insights --')
  .description('Turns files of events into one HTML report.')
  .argument('<files...>', 'files that the collector wrote, or exports of PostHog or ClickHouse as JSON lines; .gz too')
  .option('--out <file>', 'the report to write', 'insights.html')
  .option('--locale <code>', `language of the report: ${Object.keys(languages).join(', ')}; the site’s when left out`)
  .option('--days <number>', 'how many days, the last ones; they are compared with as many before', positiveNumber, 30)
  .option(
    '--questions <number>',
    'how many different unanswered questions are grouped, the most asked first',
    positiveNumber,
    5000,
  )
  .option('--popular', 'also writes the articles that most visits opened into site.yaml, for the home page')
  .parse();

await insights(program.args, program.opts<Options>()).catch(fail);

async function insights(typed: string[], { out, locale, questions, days, popular }: Options): Promise<void> {
  const files = typed.map((file) => typedPath(file));
  const center = await readCachedHelpCenter(contentRoot());
  const { site, strings } = center;
  const language = locale ?? site?.defaultLocale ?? 'en';
  if (!stringFileOf(language) && !strings[language])
    throw new Error(
      `--locale ${language}: Signpost speaks ${[...new Set([...Object.keys(languages), ...Object.keys(strings)])].join(', ')}.`,
    );

  const locales = site?.locales.map(({ code }) => code) ?? [];
  const progress = terminalProgress();
  const counted = await countInWorker(files, questions, progress, days);
  const groups = await groupQuestions(
    counted.questions.unanswered,
    site?.search ?? searchSettingsSchema.parse({}),
    locales,
    progress,
  );
  // What draws charts takes half as long to load as the rest.
  const { report } = await import('./lib/insights/report/report.ts');
  await writeFile(typedPath(out), report(counted, groups, language, sourcesOf(center, language), locales, strings));
  const { tally, skipped } = counted;
  if (skipped.count > 0)
    console.error(
      `${skipped.count} lines hold no event of Signpost and were left out, such as ${skipped.places.join(', ')}.`,
    );
  console.log(`${tally.events} events, ${groups.length} groups of unanswered questions: ${out}`);
  const listed = new Set(publishedArticles(center).map(({ id }) => id));
  if (popular) await writePopular(center, mostRead(tally.articles, listed));
}

async function writePopular({ root, site }: HelpCenter, ids: string[]): Promise<void> {
  const file = join(root, 'site.yaml');
  const shown = relative(typedPath('.'), file);
  if (!site) throw new Error(`${shown} cannot be used: npm run check says why.`);
  if (ids.length === 0) {
    console.log(`${shown} is as it was: in these days fewer than three listed articles were opened.`);
    return;
  }
  await writeFile(file, withPopular(await readFile(file, 'utf8'), ids));
  console.log(`${shown}: popular is now ${ids.join(', ')}`);
}

/** The articles by id, in the report's language where they are written in it, else in the site's default one. */
function sourcesOf({ root, site, articles }: HelpCenter, language: string): Map<string, ArticleSource> {
  return new Map(
    [site?.defaultLocale, language].flatMap((code) =>
      articles
        .filter(({ locale }) => locale === code)
        .map(({ id, title, file }) => [
          id,
          {
            title,
            file: relative(typedPath('.'), resolve(root, file)).replaceAll('\\', '/'),
            edit: editUrl(site?.edit, file),
          },
        ]),
    ),
  );
}
