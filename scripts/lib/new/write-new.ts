import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { articlePath, categoryPath } from '../../../src/content/article-paths.ts';
import { didYouMean } from '../../../src/content/did-you-mean.ts';
import type { HelpCenter } from '../../../src/content/types.ts';
import { loadLanguage } from '../../../src/search/core/text/language.ts';
import { idFromTitle } from '../naming/permanent-id.ts';
import { articleText, translationText } from './article-text.ts';

/** Files that were written, relative to the content folder; the article comes first. */
export type Written = string[];

/**
 * Writes a new article and gives its file.
 * @throws Error when there is a file of that name already.
 */
export async function writeArticle(
  center: HelpCenter,
  title: string,
  locale: string,
  category: string,
): Promise<Written> {
  const language = await loadLanguage(locale);
  const id = idFromTitle(
    title,
    new Set([...center.articles, ...center.broken].flatMap((page) => page.id ?? [])),
    language,
  );
  const slug = /^[a-z0-9]{6}$/.test(id) ? new GithubSlugger().slug(title).replace(/-+$/, '') || id : id;
  const file = articlePath({ locale, category, slug });
  await writeFresh(center.root, file, articleText({ title, id }));
  return [file];
}

/**
 * Begins the translation of the article `id`: its text and the fingerprints of that text, and the category's file
 * where the language has none yet.
 * @throws Error when there is no such article, or the translation is there already.
 */
export async function writeTranslation(center: HelpCenter, id: string, locale: string): Promise<Written> {
  const sources = center.articles.filter((article) => article.locale === center.site?.defaultLocale);
  const source = sources.find((article) => article.id === id);
  if (!source)
    throw new Error(
      `There is no article with the id "${id}" in the default language.${didYouMean(
        id,
        sources.map((article) => article.id),
      )}`,
    );
  const done = center.articles.find((article) => article.id === id && article.locale === locale);
  if (done)
    throw new Error(
      `${done.file} is this translation already. npm run translations shows what changed since it was made.`,
    );
  const file = articlePath({ ...source, locale });
  await writeFresh(center.root, file, translationText(source));
  const category = categoryPath(locale, source.category);
  if (center.files.includes(category)) return [file];
  const original = await readFile(join(center.root, categoryPath(source.locale, source.category)), 'utf8').catch(
    () => undefined,
  );
  if (original === undefined) return [file];
  await writeFresh(center.root, category, original);
  return [file, category];
}

async function writeFresh(root: string, file: string, text: string): Promise<void> {
  const path = join(root, file);
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (there) throw new Error(`${file} is there already. Choose another title, or edit that file.`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
