import { type ArticlePage, pagesOfArticle } from './articles.ts';
import { listCategories } from './categories.ts';
import { locales, urls } from './site.ts';

/** A page of the site in one locale. */
export interface InLocale {
  locale: string;
  href: string;
  /** The language that the page is written in, where it is another than its locale's. */
  written?: string;
}

/** The same page in every locale, for pages that all locales have. */
export function inAllLocales(href: (locale: string) => string): InLocale[] {
  return locales.map(({ code }) => ({ locale: code, href: href(code) }));
}

/** Where the language switch of a category leads: the category, else the locale's home. */
export async function categoryLanguages(slug: string): Promise<InLocale[]> {
  return Promise.all(
    locales.map(async ({ code }) => {
      const exists = (await listCategories(code)).some((category) => category.slug === slug);
      return { locale: code, href: exists ? urls.category(code, slug) : urls.home(code) };
    }),
  );
}

/** Where the language switch of an article leads: the article or its fallback page, else the locale's home. */
export async function articleLanguages(article: ArticlePage): Promise<InLocale[]> {
  const pages = await pagesOfArticle(article.id);
  return locales.map(({ code }) => {
    const page = pages.find(({ locale }) => locale === code);
    return { locale: code, href: page?.href ?? urls.home(code), written: page?.original };
  });
}

/** The locales in which a category's name is written. */
export async function categoryTranslations(slug: string): Promise<InLocale[]> {
  const named = await Promise.all(
    locales.map(async ({ code }) =>
      (await listCategories(code)).find((category) => category.slug === slug && !category.fallback),
    ),
  );
  return named.flatMap((category) => (category ? [{ locale: category.locale, href: category.href }] : []));
}
