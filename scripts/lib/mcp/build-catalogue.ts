import { reviewOf } from '../../../src/agents/review.ts';
import { indexInText } from '../../../src/content/insert/places.ts';
import { readCachedHelpCenter } from '../../../src/content/parse-cache.ts';
import { publishedArticles } from '../../../src/content/published-articles.ts';
import type { HelpCenter, WrittenPage } from '../../../src/content/types.ts';
import { textFor } from '../../../src/schemas/localized.ts';
import { fullUrl, OWN_PAGE_ID, siteUrls } from '../../../src/site/urls.ts';
import { orderedCategories } from '../export/llms-full.ts';
import { portableArticles } from '../export/portable-articles.ts';
import type { ArticlePart, Catalogue, CatalogueArticle } from './catalogue.ts';

/** Reads the content and writes down what can be listed and read of it. @throws Error when site.yaml cannot be read. */
export async function buildCatalogue(content: string): Promise<Catalogue> {
  const center = await readCachedHelpCenter(content);
  const { site } = center;
  if (!site) throw new Error(`${content}/site.yaml cannot be read. Run npm run check; it says what to mend.`);
  const { defaultLocale } = site;
  const urls = siteUrls(site.base);
  const codes = site.locales.map(({ code }) => code);
  return {
    name: textFor(site.name, defaultLocale, defaultLocale),
    description: textFor(site.description, defaultLocale, defaultLocale),
    root: fullUrl(site.base, site),
    defaultLocale,
    locales: site.locales.map(({ code, label }) => ({ code, label })),
    contact: Object.fromEntries(codes.map((code) => [code, fullUrl(urls.contact(code), site)])),
    categories: Object.fromEntries(
      codes.map((code) => [code, orderedCategories(center, code).map(({ slug, title }) => ({ slug, title }))]),
    ),
    articles: codes.flatMap((code) => [...articlesOf(center, code), ...ownPagesOf(center, code)]),
    moved: center.permalinks.moved,
  };
}

/** What of a locale is published, in the order of its categories. */
function articlesOf(center: HelpCenter, locale: string): CatalogueArticle[] {
  const { site } = center;
  const urls = siteUrls(site?.base);
  const { head, text } = portableArticles(center, { permanent: true });
  const published = publishedArticles(center).filter((article) => article.locale === locale);
  return orderedCategories(center, locale).flatMap(({ slug, title }) =>
    published
      .filter(({ category }) => category === slug)
      .map((article) => ({
        id: article.id,
        locale,
        title: article.title,
        description: article.description,
        category: slug,
        url: fullUrl(urls.permalink(article.id), site),
        page: fullUrl(urls.article(article), site),
        ...reviewOf(article),
        head: head(article, title),
        parts: partsOf(article, text),
      })),
  );
}

/** The owner's own pages that the search finds. */
function ownPagesOf(center: HelpCenter, locale: string): CatalogueArticle[] {
  const { site } = center;
  const { text } = portableArticles(center, { permanent: true });
  return center.ownPages
    .filter((page) => page.locale === locale && page.search)
    .map((page) => {
      const address = fullUrl(siteUrls(site?.base).ownPage(locale, page.slug), site);
      return {
        id: OWN_PAGE_ID + page.slug,
        locale,
        title: page.title,
        description: page.description,
        category: '',
        url: address,
        page: address,
        ...(page.updated && { reviewed: page.updated.toISOString().slice(0, 10) }),
        head: `# ${page.title}\n\n> ${page.description}\n\nSource: <${address}>  \nLanguage: ${locale}`,
        parts: partsOf(page, text),
      };
    });
}

function partsOf(page: WrittenPage, text: (markdown: string, file: string) => string): ArticlePart[] {
  const { body, headings, file } = page;
  const lines = body.split('\n');
  const cuts = headings.map(({ line, anchor, text: heading, depth }) => ({
    at: indexInText(page, line),
    anchor,
    heading,
    depth,
  }));
  const all = [{ at: 0, anchor: '', heading: '', depth: 1 }, ...cuts];
  return all.map(({ at, ...part }, index) => ({
    ...part,
    markdown: text(lines.slice(at, all[index + 1]?.at).join('\n'), file),
  }));
}
