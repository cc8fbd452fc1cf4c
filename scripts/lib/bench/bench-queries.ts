import { readHelpCenter } from '../../../src/content/read-help-center.ts';

/** How many queries a measurement makes. */
const COUNT = 12;

/**
 * Queries for a content folder: titles of articles of the default locale, spread evenly over it, in lower case
 * and without the question mark, as people type them.
 * @throws Error when there is no article.
 */
export async function benchQueries(content: string): Promise<{ locale: string; queries: string[] }> {
  const { site, articles } = await readHelpCenter(content);
  const locale = site?.defaultLocale ?? 'en';
  const titles = articles.filter((article) => article.locale === locale && !article.draft && !article.unlisted).map(({ title }) => title);
  if (titles.length === 0) throw new Error(`No article of the locale ${locale} in ${content}. Name a content folder with --content.`);
  const step = Math.max(1, Math.floor(titles.length / COUNT));
  const queries = titles.filter((_, index) => index % step === 0).slice(0, COUNT);
  return { locale, queries: queries.map((title) => title.toLowerCase().replace(/[?？]/gu, '').replace(/\s+/gu, ' ').trim()) };
}
