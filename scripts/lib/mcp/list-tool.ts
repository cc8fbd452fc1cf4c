import { z } from 'zod';
import { closest } from '../../../src/content/did-you-mean.ts';
import { articlesIn, type Catalogue, localeFor } from './catalogue.ts';
import { pageOf } from './cursor.ts';
import type { ServedContent } from './served-content.ts';

/** Articles on a page of the list. */
const PAGE = 50;

export const listInput = z.strictObject({
  category: z.string().trim().min(1).max(200).optional().describe('Name or title of one category; all when left out.'),
  locale: z.string().max(35).optional().describe('Language, as a tag such as en; the site’s first when left out.'),
  cursor: z.string().max(500).optional().describe('nextCursor of the page before, to go on.'),
});

export const listOutput = z.object({
  locale: z.string(),
  categories: z
    .array(z.object({ name: z.string(), title: z.string() }))
    .describe('All categories, in the site’s order.'),
  total: z.int().describe('How many articles there are in all pages.'),
  articles: z.array(
    z.object({
      id: z.string().describe('For read.'),
      locale: z.string().describe('Language that it is written in; another one where there is no translation.'),
      title: z.string(),
      description: z.string(),
      category: z.string().describe('Name of the category.'),
      url: z.string().describe('Permanent link. Cite it unchanged.'),
    }),
  ),
  nextCursor: z.string().optional().describe('Left out on the last page.'),
});

type ListOutput = z.infer<typeof listOutput>;

/**
 * Lists articles as the site does, page by page.
 * @throws Error for an unknown category, language or cursor, saying which there are.
 */
export function listContent(
  { catalogue }: Pick<ServedContent, 'catalogue'>,
  { category, locale: tag, cursor }: z.output<typeof listInput>,
): ListOutput {
  const locale = tag === undefined ? catalogue.defaultLocale : localeFor(catalogue, tag);
  const categories = categoriesIn(catalogue, locale);
  const name = category === undefined ? undefined : categoryNamed(categories, category);
  const all = articlesIn(catalogue, locale);
  const articles = name === undefined ? all : all.filter((article) => article.category === name);
  const { items, ...next } = pageOf(articles, (article) => `${article.locale}/${article.id}`, cursor, PAGE);
  return {
    locale,
    categories,
    total: articles.length,
    articles: items.map((article) => ({
      id: article.id,
      locale: article.locale,
      title: article.title,
      description: article.description,
      category: article.category,
      url: article.url,
    })),
    ...next,
  };
}

/** Those of a locale, and those that only the default one has. */
function categoriesIn({ categories, defaultLocale }: Catalogue, locale: string): { name: string; title: string }[] {
  const all = [...(categories[locale] ?? []), ...(categories[defaultLocale] ?? [])];
  const titles = new Map(all.toReversed().map(({ slug, title }) => [slug, title]));
  return [...new Set(all.map(({ slug }) => slug))].map((slug) => ({ name: slug, title: titles.get(slug)! }));
}

function categoryNamed(categories: { name: string; title: string }[], wanted: string): string {
  const same = (text: string): boolean => text.toLowerCase() === wanted.toLowerCase();
  const found = categories.find(({ name, title }) => same(name) || same(title));
  if (found) return found.name;
  const meant = closest(
    wanted,
    categories.flatMap(({ name, title }) => [name, title]),
  );
  throw new Error(
    `category: there is no "${wanted}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} There are ${categories.map(({ name }) => name).join(', ')}.`,
  );
}

/** The same for reading. */
export function listText({ articles, total, categories, nextCursor }: ListOutput): string {
  const lines = articles.map(
    ({ id, title, description, category, url }) =>
      `- ${title} (id ${id}${category && `, in ${category}`}): ${description} ${url}`,
  );
  const more = nextCursor === undefined ? '' : `\n\nMore with cursor ${nextCursor}`;
  return `${articles.length} of ${total} articles. Categories: ${categories.map(({ name }) => name).join(', ')}.\n\n${lines.join('\n')}${more}`;
}
