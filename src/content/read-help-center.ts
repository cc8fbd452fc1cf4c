import { resolve } from 'node:path';
import type { z } from 'zod';
import { type ParseMarkdown, parseMarkdown } from '../markdown/parse.ts';
import type { SiteVariants } from '../markdown/variants.ts';
import { agentsSchema } from '../schemas/agents.ts';
import { categorySchema } from '../schemas/category.ts';
import { checkSettingsSchema } from '../schemas/check-settings.ts';
import { noticesSchema } from '../schemas/notices.ts';
import { permalinksSchema } from '../schemas/permalinks.ts';
import { pinsSchema } from '../schemas/pins.ts';
import { queriesSchema } from '../schemas/queries.ts';
import { type Site, siteSchema } from '../schemas/site.ts';
import { synonymsSchema } from '../schemas/synonyms.ts';
import { termsSchema } from '../schemas/terms.ts';
import { isArticlePath, isCategoryPath, isOwnPagePath } from './article-paths.ts';
import type { FormStep } from './forms/form-steps.ts';
import { formOf } from './forms/upgrade.ts';
import { misplacedInYaml } from './insert/misplaced.ts';
import { readSources } from './insert/read-sources.ts';
import { areSameSources, NO_SOURCES } from './insert/sources.ts';
import { listFiles } from './list-files.ts';
import { readArticle, readOwnPage } from './read-article.ts';
import { readStrings } from './read-strings.ts';
import { readTheme } from './read-theme.ts';
import { type ReadYaml, readYamlFile } from './read-yaml-file.ts';
import type { HelpCenter, Problem } from './types.ts';

/** Files opened in parallel: when content is read again, most of the time is spent waiting for the disk. */
const AT_ONCE = 32;

export interface ReadOptions {
  /** Called after each file with how many of how many are read. */
  onFile?: (done: number, total: number) => void;
  /** What was read of the same folder before: its articles are kept where their text is the same. */
  former?: HelpCenter;
  /** What leads to the newest form of content; see forms/form-steps.ts. */
  steps?: readonly FormStep[];
  /** What parses the articles' text; see parse-cache.ts for one that remembers. */
  parse?: ParseMarkdown;
}

/**
 * Reads and validates everything under a content folder. Never throws over content: what is wrong
 * becomes `problems`, with file and line, and only the file it is in is skipped.
 */
export async function readHelpCenter(
  root: string,
  { onFile, former, parse: parseText = parseMarkdown, steps }: ReadOptions = {},
): Promise<HelpCenter> {
  const formerArticles = new Map(former?.articles.map((article) => [article.file, article]));
  const folder = resolve(root);
  const { files, problems } = await listFiles(folder);
  const center: HelpCenter = {
    root: folder,
    site: undefined,
    categories: [],
    articles: [],
    broken: [],
    ownPages: [],
    brokenOwnPages: [],
    files,
    synonyms: {},
    queries: { answered: {}, unanswerable: {} },
    pins: {},
    strings: {},
    sources: NO_SOURCES,
    terms: {},
    notices: noticesSchema.parse({}),
    agents: {},
    permalinks: permalinksSchema.parse({}),
    checkSettings: checkSettingsSchema.parse({}),
    theme: undefined,
    problems,
  };
  if (!files.includes('site.yaml')) problems.push(noSite());
  const { problems: otherForm } = await formOf(folder, files, steps);
  problems.push(...otherForm);
  // Read as what it is not, it would seem to be full of mistakes.
  if (otherForm.length > 0) return center;
  center.site = await readSettings(center, 'site.yaml', siteSchema);
  center.synonyms = (await readSettings(center, 'synonyms.yaml', synonymsSchema)) ?? center.synonyms;
  center.queries = (await readSettings(center, 'queries.yaml', queriesSchema)) ?? center.queries;
  center.pins = (await readSettings(center, 'pins.yaml', pinsSchema)) ?? center.pins;
  await readStrings(center);
  center.terms = (await readSettings(center, 'terms.yaml', termsSchema)) ?? center.terms;
  center.notices = (await readSettings(center, 'notices.yaml', noticesSchema)) ?? center.notices;
  center.agents = (await readSettings(center, 'agents.yaml', agentsSchema)) ?? center.agents;
  center.permalinks = (await readSettings(center, 'permalinks.yaml', permalinksSchema)) ?? center.permalinks;
  center.checkSettings = (await readSettings(center, 'check.yaml', checkSettingsSchema)) ?? center.checkSettings;
  const { theme, problems: inTheme } = await readTheme(folder, files);
  center.theme = theme;
  problems.push(...inTheme);
  const { sources, problems: inSources } = await readSources(folder, files, center.site?.defaultLocale ?? 'en');
  center.sources = sources;
  const sameSources = former !== undefined && areSameSources(former.sources, sources);
  problems.push(...inSources);
  const timeZone = center.site?.timeZone;
  const variants = center.site && siteVariants(center.site);
  const parse: ParseMarkdown = (markdown, path) => parseText(markdown, path, variants);
  const sameSite =
    former?.site?.timeZone === timeZone &&
    JSON.stringify(former?.site && siteVariants(former.site)) === JSON.stringify(variants);
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const group = files.slice(from, from + AT_ONCE);
    const pages = await Promise.all(
      group.map((file) =>
        isArticlePath(file)
          ? readArticle(folder, file, {
              former: sameSite ? formerArticles.get(file) : undefined,
              parse,
              timeZone,
              sources,
              sameSources,
            })
          : undefined,
      ),
    );
    for (const [index, file] of group.entries()) {
      const page = pages[index];
      if (isCategoryPath(file)) await readCategory(center, file);
      if (isOwnPagePath(file)) await addOwnPage(center, file, parse);
      if (page?.article) center.articles.push(page.article);
      if (page?.broken) center.broken.push(page.broken);
      problems.push(...(page?.problems ?? []));
      onFile?.(from + index + 1, files.length);
    }
  }
  return center;
}

/** A YAML file at the top of the content folder; its rule is called like the file. Undefined when it is missing or wrong. */
async function readSettings<S extends z.ZodType>(
  center: HelpCenter,
  file: string,
  schema: S,
): Promise<z.output<S> | undefined> {
  if (!center.files.includes(file)) return undefined;
  const read = await readYamlFile(center.root, file, schema, file.replace('.yaml', ''));
  noteProblems(center, file, read);
  return read.value;
}

/** What is wrong in a YAML file, and what in it would put in another text and does not. */
function noteProblems({ problems }: HelpCenter, file: string, { yaml, problems: own }: ReadYaml<unknown>): void {
  problems.push(...own, ...(yaml ? misplacedInYaml(yaml, file) : []));
}

/** What the texts of a site can be for. */
export function siteVariants({ variants, defaultLocale }: Pick<Site, 'variants' | 'defaultLocale'>): SiteVariants {
  return { choices: variants, defaultLocale };
}

async function addOwnPage(center: HelpCenter, file: string, parse: ParseMarkdown): Promise<void> {
  const { page, broken, problems } = await readOwnPage(center.root, file, parse, center.sources);
  if (page) center.ownPages.push(page);
  if (broken) center.brokenOwnPages.push(broken);
  center.problems.push(...problems);
}

async function readCategory(center: HelpCenter, file: string): Promise<void> {
  const read = await readYamlFile(center.root, file, categorySchema, 'category');
  const [, locale = '', slug = ''] = file.split('/');
  if (read.value) center.categories.push({ ...read.value, locale, slug, file });
  noteProblems(center, file, read);
}

function noSite(): Problem {
  return {
    file: 'site.yaml',
    line: 1,
    rule: 'site',
    found: 'no such file',
    expected: 'the settings of the site',
    remedy:
      'Create site.yaml with name, description, url, defaultLocale, locales and contact, or set SIGNPOST_CONTENT to the folder that holds it.',
    severity: 'error',
  };
}
