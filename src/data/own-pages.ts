import { type CollectionEntry, getCollection } from 'astro:content';
import { hasOwnPages } from 'virtual:signpost/own-pages';
import { memoize } from '../cache/memoize.ts';
import type { InLocale } from './languages.ts';
import { locales, urls } from './site.ts';

/** A page of the owner's own in one locale; where it is not translated, the default locale's. */
export interface OwnPage {
  locale: string;
  slug: string;
  title: string;
  description: string;
  href: string;
  /** The locale the text is written in; differs from `locale` on a fallback page. */
  original: string;
  updated?: Date | undefined;
  nav: 'footer' | 'none';
  sitemap: boolean;
  /** The same page in the languages it is written in, itself included. */
  translations: InLocale[];
  entry: CollectionEntry<'ownPages'>;
}

/** Every page of the owner's own, by locale and then by title. */
export const ownPages = memoize(async (): Promise<readonly OwnPage[]> => {
  const entries = hasOwnPages() ? await getCollection('ownPages') : [];
  return locales.flatMap(({ code }) => {
    const collator = new Intl.Collator(code);
    return entries
      .filter(({ data }) => data.page === code)
      .map((entry) => toPage(entry, entries))
      .sort((a, b) => collator.compare(a.title, b.title));
  });
});

/** Those that every page of the locale links to at its foot. */
export async function footerPages(locale: string): Promise<readonly OwnPage[]> {
  return (await ownPages()).filter((page) => page.locale === locale && page.nav === 'footer');
}

/** A page by the name of its file. */
export async function findOwnPage(locale: string, slug: string): Promise<OwnPage | undefined> {
  return (await ownPages()).find((page) => page.locale === locale && page.slug === slug);
}

/** Where the language switch of a page leads: the page or its fallback, else the locale's home. */
export async function ownPageLanguages({ slug }: OwnPage): Promise<InLocale[]> {
  const pages = (await ownPages()).filter((page) => page.slug === slug);
  return locales.map(({ code }) => {
    const page = pages.find(({ locale }) => locale === code);
    return { locale: code, href: page?.href ?? urls.home(code), written: page?.original };
  });
}

function toPage(entry: CollectionEntry<'ownPages'>, entries: readonly CollectionEntry<'ownPages'>[]): OwnPage {
  const { page: locale, locale: original, slug, title, description, updated, nav, sitemap } = entry.data;
  const written = entries.filter(({ data }) => data.slug === slug && data.page === data.locale);
  return {
    locale,
    slug,
    title,
    description,
    href: urls.ownPage(locale, slug),
    original,
    updated,
    nav,
    sitemap,
    translations: written.map(({ data }) => ({ locale: data.locale, href: urls.ownPage(data.locale, slug) })),
    entry,
  };
}
