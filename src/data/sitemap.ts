import { memoize } from '../cache/memoize.ts';
import { type SitemapPage, sitemapParts } from '../site/sitemap-xml.ts';
import { articlePages } from './articles.ts';
import { listCategories } from './categories.ts';
import { categoryTranslations, inAllLocales } from './languages.ts';
import { ownPages } from './own-pages.ts';
import { absolute, locales, urls } from './site.ts';

/** A file of the sitemap. */
export interface SitemapFile {
  name: string;
  pages: SitemapPage[];
}

/** The files of the sitemap: `sitemap.xml`, and `sitemap-2.xml` and so on where one may not hold it. */
export const sitemapFiles = memoize(async (): Promise<SitemapFile[]> => {
  const pages = (await sitemapPages()).map(({ href, translations, ...page }) => ({
    ...page,
    href: absolute(href),
    translations: translations.map((one) => ({ locale: one.locale, href: absolute(one.href) })),
  }));
  return sitemapParts(pages).map((part, place) => ({
    name: place === 0 ? 'sitemap.xml' : `sitemap-${place + 1}.xml`,
    pages: part,
  }));
});

/**
 * Every page worth finding: no search pages, no unlisted articles, no article in a language it is not written in, and of
 * the pages of a list only the first, since each article stands here by itself.
 */
async function sitemapPages(): Promise<SitemapPage[]> {
  const fixed = [urls.home, urls.contact, urls.az].flatMap((href) => {
    const translations = inAllLocales(href);
    return translations.map((page) => ({ href: page.href, translations }));
  });
  const categories = (await Promise.all(locales.map(({ code }) => listCategories(code))))
    .flat()
    .filter((category) => !category.fallback);
  const own = (await ownPages()).filter((page) => page.sitemap && page.original === page.locale);
  const articles = (await articlePages()).filter((page) => !page.unlisted && !page.fallback);
  return [
    ...fixed,
    ...(await Promise.all(
      categories.map(async ({ href, slug }) => ({ href, translations: await categoryTranslations(slug) })),
    )),
    ...[...articles, ...own].map(({ href, updated, translations }) => ({
      href,
      ...(updated && { updated }),
      translations,
    })),
  ];
}
