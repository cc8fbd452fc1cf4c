import { createLinkResolver } from '../../../src/content/links.ts';
import { publishedArticles } from '../../../src/content/published-articles.ts';
import type { Category, HelpCenter } from '../../../src/content/types.ts';
import { stripComments } from '../../../src/markdown/strip-comments.ts';
import { NO_ORDER } from '../../../src/schemas/category.ts';
import { textFor } from '../../../src/schemas/localized.ts';
import { fullUrl, siteUrls } from '../../../src/site/urls.ts';
import { portableMarkdown } from './portable-markdown.ts';

/** The whole help center as one Markdown text, after llmstxt.org: by language, by category, each article in full. */
export function llmsFull(center: HelpCenter): string {
  const { site } = center;
  const locales = site?.locales.map(({ code }) => code) ?? [...new Set(center.articles.map(({ locale }) => locale))];
  const urls = siteUrls(site?.base);
  const resolve = createLinkResolver(center);
  const articles = publishedArticles(center);
  const first = center.categories.filter(({ locale }) => locale === site?.defaultLocale);
  const orderOf = ({ slug, order }: Category): number =>
    order ?? first.find((category) => category.slug === slug)?.order ?? NO_ORDER;
  const parts = locales.flatMap((locale) => {
    const categories = center.categories
      .filter((category) => category.locale === locale)
      .toSorted((one, other) => orderOf(one) - orderOf(other) || (one.title < other.title ? -1 : 1));
    return categories.flatMap(({ slug, title }) => {
      const inside = articles.filter((article) => article.locale === locale && article.category === slug);
      return inside.map((article) => {
        const absolute = (target: string): string | undefined => {
          const path = resolve(target, article.file);
          return path === undefined ? undefined : fullUrl(path, site);
        };
        const facts = [
          `Source: <${fullUrl(urls.article(article), site)}>`,
          `Permanent link: <${fullUrl(urls.permalink(article.id), site)}>`,
          `Language: ${locale}`,
          `Category: ${title}`,
          ...(article.updated ? [`Updated: ${article.updated.toISOString().slice(0, 10)}`] : []),
        ];
        return `# ${article.title}\n\n> ${article.description}\n\n${facts.join('  \n')}\n\n${portableMarkdown(stripComments(article.body), absolute).trim()}\n`;
      });
    });
  });
  const name = site ? textFor(site.name, site.defaultLocale, site.defaultLocale) : 'Help center';
  const description = site ? textFor(site.description, site.defaultLocale, site.defaultLocale) : '';
  return `# ${name}\n\n> ${description}\n\n${parts.join('\n---\n\n')}`;
}
