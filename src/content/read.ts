import { resolve } from 'node:path';
import { categorySchema } from '../schemas/category.ts';
import { queriesSchema } from '../schemas/queries.ts';
import { siteSchema } from '../schemas/site.ts';
import { synonymsSchema } from '../schemas/synonyms.ts';
import { listFiles } from './list-files.ts';
import { readArticle } from './read-article.ts';
import { readYamlFile } from './read-yaml.ts';
import type { HelpCenter, Problem } from './types.ts';

const ARTICLE = /^articles\/[^/]+\/[^/]+\/[^/]+\.md$/;
const CATEGORY = /^articles\/[^/]+\/[^/]+\/_category\.ya?ml$/;

/**
 * Reads and validates everything under a content folder. Never throws over content: what is wrong
 * becomes `problems`, with file and line, and costs nothing but the file it is in.
 */
export async function readHelpCenter(root: string): Promise<HelpCenter> {
  const folder = resolve(root);
  const { files, problems } = await listFiles(folder);
  const center: HelpCenter = { root: folder, site: undefined, categories: [], articles: [], broken: [], files, synonyms: {}, queries: { answered: {}, unanswerable: {} }, problems };
  if (files.includes('site.yaml')) {
    const site = await readYamlFile(folder, 'site.yaml', siteSchema, 'site');
    center.site = site.value;
    problems.push(...site.problems);
  } else {
    problems.push(noSite());
  }
  if (files.includes('synonyms.yaml')) {
    const synonyms = await readYamlFile(folder, 'synonyms.yaml', synonymsSchema, 'synonyms');
    center.synonyms = synonyms.value ?? {};
    problems.push(...synonyms.problems);
  }
  if (files.includes('queries.yaml')) {
    const queries = await readYamlFile(folder, 'queries.yaml', queriesSchema, 'queries');
    if (queries.value) center.queries = queries.value;
    problems.push(...queries.problems);
  }
  for (const file of files) {
    if (CATEGORY.test(file)) await readCategory(center, file);
    else if (ARTICLE.test(file)) {
      const { article, broken, problems: found } = await readArticle(folder, file);
      if (article) center.articles.push(article);
      if (broken) center.broken.push(broken);
      problems.push(...found);
    }
  }
  return center;
}

async function readCategory(center: HelpCenter, file: string): Promise<void> {
  const { value, problems } = await readYamlFile(center.root, file, categorySchema, 'category');
  const [, locale = '', slug = ''] = file.split('/');
  if (value) center.categories.push({ ...value, locale, slug, file });
  center.problems.push(...problems);
}

function noSite(): Problem {
  return {
    file: 'site.yaml',
    line: 1,
    rule: 'site',
    found: 'no such file',
    expected: 'the settings of the site',
    remedy: 'Create site.yaml with name, description, url, defaultLocale, locales and contact, or set SIGNPOST_CONTENT to the folder that holds it.',
    severity: 'error',
  };
}
