import { escapeHtml } from '../site/escape-html.ts';
import { articlePages } from './articles.ts';
import { listCategories } from './categories.ts';
import { categoryTranslations, type InLocale, inAllLocales } from './languages.ts';
import { ownPages } from './own-pages.ts';
import { absolute, lang, locales, urls } from './site.ts';

/** A page that search engines should know, with the languages it is written in. */
export interface SitemapPage {
  href: string;
  updated?: Date;
  translations: InLocale[];
}

/** Every page worth finding: no search pages, no unlisted articles, no article in a language it is not written in. */
export async function sitemapPages(): Promise<SitemapPage[]> {
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

/** The sitemap's XML, after sitemaps.org and Google's `xhtml:link` for languages. */
export function sitemapXml(pages: SitemapPage[]): string {
  const entries = pages.map(({ href, updated, translations }) =>
    [
      '<url>',
      `<loc>${escapeHtml(absolute(href))}</loc>`,
      ...(updated ? [`<lastmod>${updated.toISOString().slice(0, 10)}</lastmod>`] : []),
      ...(translations.length > 1
        ? translations.map(
            (one) =>
              `<xhtml:link rel="alternate" hreflang="${lang(one.locale)}" href="${escapeHtml(absolute(one.href))}"/>`,
          )
        : []),
      '</url>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}
