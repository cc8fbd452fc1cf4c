import { site } from './site.ts';

/** Addresses of the site's pages, base path included, each ending in a slash. */
export const homeHref = (locale: string): string => `${site.base}${locale}/`;
export const categoryHref = (locale: string, category: string): string => `${homeHref(locale)}${category}/`;
export const articleHref = (locale: string, category: string, slug: string): string => `${categoryHref(locale, category)}${slug}/`;
export const articleMarkdownHref = (locale: string, category: string, slug: string): string => `${categoryHref(locale, category)}${slug}.md`;
export const contactHref = (locale: string): string => `${homeHref(locale)}contact/`;
export const azHref = (locale: string): string => `${homeHref(locale)}a-z/`;
export const countingHref = (locale: string): string => `${homeHref(locale)}counting/`;
export const widgetHref = (locale: string): string => `${homeHref(locale)}widget/`;
/** Where permanent links begin. */
export const permanentLinks = `${site.base}a/`;
export const feedHref = (locale: string): string => `${homeHref(locale)}rss.xml`;

/** The page of results, with the query when there is one. */
export function searchHref(locale: string, query?: string): string {
  return `${homeHref(locale)}search/${query ? `?q=${encodeURIComponent(query)}` : ''}`;
}

/** The full address of a page of this site, for canonical links, feeds and previews. */
export function absolute(href: string): string {
  return new URL(href, site.url).href;
}
