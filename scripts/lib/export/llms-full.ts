import { publishedArticles } from '../../../src/content/published-articles.ts';
import type { Category, HelpCenter } from '../../../src/content/types.ts';
import { NO_ORDER } from '../../../src/schemas/category.ts';
import { textFor } from '../../../src/schemas/localized.ts';
import { portableArticles } from './portable-articles.ts';

/** The whole help center as one Markdown text, after llmstxt.org: by language, by category, each article in full. */
export function llmsFull(center: HelpCenter): string {
  const { site } = center;
  const locales = site?.locales.map(({ code }) => code) ?? [...new Set(center.articles.map(({ locale }) => locale))];
  const { head, text } = portableArticles(center);
  const articles = publishedArticles(center);
  const parts = locales.flatMap((locale) =>
    orderedCategories(center, locale).flatMap(({ slug, title }) => {
      const inside = articles.filter((article) => article.locale === locale && article.category === slug);
      return inside.map((article) => `${head(article, title)}\n\n${text(article.body, article.file)}\n`);
    }),
  );
  const name = site ? textFor(site.name, site.defaultLocale, site.defaultLocale) : 'Help center';
  const description = site ? textFor(site.description, site.defaultLocale, site.defaultLocale) : '';
  return `# ${name}\n\n> ${description}\n\n${parts.join('\n---\n\n')}`;
}

/** The categories of a locale in the site's order. */
export function orderedCategories({ site, categories }: HelpCenter, locale: string): Category[] {
  const first = categories.filter((category) => category.locale === site?.defaultLocale);
  const orderOf = ({ slug, order }: Category): number =>
    order ?? first.find((category) => category.slug === slug)?.order ?? NO_ORDER;
  return categories
    .filter((category) => category.locale === locale)
    .toSorted((one, other) => orderOf(one) - orderOf(other) || (one.title < other.title ? -1 : 1));
}
