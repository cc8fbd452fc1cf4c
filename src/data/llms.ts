import { memoize } from '../cache/memoize.ts';
import { listCategories } from './categories.ts';
import { ownPages } from './own-pages.ts';
import { absolute, locales, site, text, urls } from './site.ts';
import { siteTitle } from './strings.ts';

/** Articles of all languages that one llms.txt names: some 80 kB, 20,000 tokens. */
const WHOLE = 500;

/** A part of llms.txt: a heading with links below it, a line each. */
interface Section {
  title: string;
  /** Where a part of a large site has a file of its own. */
  href?: string;
  lines: string[];
}

/** The sections of a locale in their order: its categories, then pages of the owner's own; none without a line. */
export async function llmsSections(locale: string, label: string): Promise<Section[]> {
  const categories = (await listCategories(locale)).map(({ slug, title, articles }) => ({
    title: `${title} (${label})`,
    href: `${urls.category(locale, slug)}llms.txt`,
    lines: articles
      .filter((article) => !article.fallback)
      .map((article) =>
        llmsLine(article, site.markdownFiles ? urls.articleMarkdown(article) : article.href, article.description),
      ),
  }));
  const own = {
    title: `${siteTitle(text(site.name, locale), locale)} (${label})`,
    lines: (await ownPages())
      .filter((page) => page.locale === locale && page.original === locale && page.sitemap)
      .map((page) => llmsLine(page, page.href, page.description)),
  };
  return [...categories, own].filter(({ lines }) => lines.length > 0);
}

/** A link as llms.txt has it, with what it leads to. */
export function llmsLine({ title }: { title: string }, href: string, about: string): string {
  return `- [${title}](${absolute(href)}): ${about}`;
}

/** Whether the site has so many articles that each category's are named in a file of its own. */
export const hasLlmsParts = memoize(async (): Promise<boolean> => {
  const sections = await Promise.all(locales.map(({ code, label }) => llmsSections(code, label)));
  return sections.flat().reduce((sum, { lines }) => sum + lines.length, 0) > WHOLE;
});
