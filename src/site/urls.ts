/**
 * Every address of the built site. Pure, so that pages, the build, commands and visitors' browsers spell addresses alike;
 * a browser's bundle gets only the functions that it calls.
 *
 * `base` is the path the site lives under. It begins and ends with a slash, and may have the host before it.
 */

import { safeDecode } from './safe-decode.ts';

/** Where an article has its page. */
export interface ArticlePlace {
  locale: string;
  category: string;
  /** The name of its file, without `.md`. */
  slug: string;
}

/** The folder of the index files, below the base. */
export const SEARCH_FOLDER = '_search/';
/** The folder of the files in which links are looked up, below the base. */
export const LOOKUP_FOLDER = '_links/';
/** The file that companies load on their own pages, below the base. */
export const WIDGET_SCRIPT = 'widget.js';
/** Parts of addresses directly below a locale that are the site's own, so that no category can have them. */
export const RESERVED_FOLDERS: readonly string[] = [
  'a-z',
  'agents',
  'assets',
  'contact',
  'counting',
  'feed',
  'search',
  'widget',
];
/** What begins the id by which the search knows a page of the owner's own; the ids of articles have no colon. */
export const OWN_PAGE_ID = 'page:';
/** The parameter by which a permalink asks for a language, whichever the reader's browser prefers. */
export const PERMALINK_LANGUAGE = 'in';
/** The parameter by which an address says for whom a text is shown: `?for=android,pro`, names of values of the site's choices. */
export const VARIANTS = 'for';

/** Addresses of the pages and files of a site: paths from the root of the host, base path included, pages with a slash at the end. */
export function siteUrls(base = '/') {
  const home = (locale: string): string => `${base}${locale}/`;
  const category = (locale: string, slug: string): string => `${home(locale)}${slug}/`;
  return {
    base,
    home,
    category,
    article: (place: ArticlePlace): string => `${category(place.locale, place.category)}${place.slug}/`,
    articleMarkdown: (place: ArticlePlace): string => `${category(place.locale, place.category)}${place.slug}.md`,
    /** A page of the owner's own. */
    ownPage: (locale: string, slug: string): string => category(locale, slug),
    /** A page of the articles of a category that has more than one, from 1. */
    categoryPage: (locale: string, slug: string, page: number): string => `${category(locale, slug)}${numbered(page)}`,
    az: (locale: string): string => `${home(locale)}a-z/`,
    /** A page of the titles under a letter, by its name in addresses. */
    letter: (locale: string, letter: string, page: number): string => `${home(locale)}a-z/${letter}/${numbered(page)}`,
    agents: (locale: string): string => `${home(locale)}agents/`,
    contact: (locale: string): string => `${home(locale)}contact/`,
    counting: (locale: string): string => `${home(locale)}counting/`,
    feed: (locale: string): string => `${home(locale)}rss.xml`,
    /** The page of results, with the query when there is one. */
    search: (locale: string, query = ''): string =>
      `${home(locale)}search/${query && `?q=${encodeURIComponent(query)}`}`,
    widget: (locale: string): string => widgetUrl(base, locale),
    permalink: (id: string, anchor?: string): string => permalink(base, id, anchor),
    /** Where permalinks begin. */
    permalinks: permalinkFolder(base),
    /** Where the index files lie. */
    searchFiles: `${base}${SEARCH_FOLDER}`,
    /** A path of the site that begins with a slash, as an alias does. */
    path: (path: string): string => `${base}${path.slice(1)}`,
    /** A file of the site by its name, such as `sitemap.xml` or `files/manual.pdf`. */
    file: (name: string): string => `${base}${name}`,
  };
}

export type SiteUrls = ReturnType<typeof siteUrls>;

/** What follows the address of a list for one of its pages: nothing for the first. */
function numbered(page: number): string {
  return page === 1 ? '' : `page/${page}/`;
}

/** What a language says to those who would rather read or search it. */
export function languageOfferUrl(base: string, locale: string): string {
  return `${base}${locale}/offer.json`;
}

/** The page that widget.js frames. */
export function widgetUrl(base: string, locale: string): string {
  return `${base}${locale}/widget/`;
}

/** Where permalinks begin, ending in a slash. */
export function permalinkFolder(base: string): string {
  return `${base}a/`;
}

/**
 * The permalink of an article or of one of its sections: it leads on in the reader's language, however the article is
 * renamed or moved.
 * @param anchor Not percent-encoded; '' for the whole article.
 */
export function permalink(base: string, id: string, anchor = ''): string {
  return withAnchor(permalinkIn(permalinkFolder(base), id), anchor);
}

/** An article's permalink, given where permalinks begin; with a locale it leads on in that one. A page of the owner's own has its address. */
export function permalinkIn(folder: string, id: string, locale = ''): string {
  if (id.startsWith(OWN_PAGE_ID))
    return siteUrls(folder.slice(0, -permalinkFolder('').length)).ownPage(locale, id.slice(OWN_PAGE_ID.length));
  return `${folder}${id}/${locale && `?${PERMALINK_LANGUAGE}=${locale}`}`;
}

/**
 * The permalink of the section that a search found, from its article's id and its address, whose anchor is encoded already. One for
 * some and not for everybody is shown as for them.
 */
export function permalinkOfHit(
  base: string,
  { article, href, variants }: { article: string; href: string; variants?: readonly NamedVariant[] | undefined },
): string {
  return shownFor(permalinkIn(permalinkFolder(base), article), firstOfEach(variants)) + (/#.+/.exec(href) ?? '');
}

/** A value of a choice; those of one choice are alternatives. */
interface NamedVariant {
  choice: string;
  value: string;
}

/** The values to show a text for: of each choice the first. */
export function firstOfEach(variants: readonly NamedVariant[] = []): string[] {
  const values = new Map<string, string>();
  for (const { choice, value } of variants) if (!values.has(choice)) values.set(choice, value);
  return [...values.values()];
}

/** The address of a page, without an anchor, as it is shown for some values. */
export function shownFor(href: string, values: readonly string[]): string {
  return values.length === 0 ? href : `${href}?${VARIANTS}=${values.join()}`;
}

/** The values that an address names, as far as they can be names. */
export function variantsIn(search: string): string[] {
  const written = new URLSearchParams(search).get(VARIANTS) ?? '';
  return written.split(',', MOST_VARIANTS).filter((name) => /^[a-z][a-z0-9-]{0,60}$/.test(name));
}

/** Nobody has more choices. */
const MOST_VARIANTS = 20;

/** The address with the anchor of a section; '' stands for the whole page. */
export function withAnchor(href: string, anchor: string): string {
  return anchor ? `${href}#${encodeURIComponent(anchor)}` : href;
}

/**
 * The page that shows an article to the readers of another locale, which has no translation of it.
 * @param href Of the article in its own locale, base path included.
 * @param permalinks Where permalinks begin.
 */
export function articleIn(href: string, permalinks: string, locale: string): string {
  const base = permalinks.slice(0, -permalinkFolder('').length);
  const path = belowBase(base, href);
  return path === undefined ? href : `${base}${path.replace(/^[^/]+/, locale)}`;
}

/** What follows the base in the path of an address; undefined for one outside the site. */
export function belowBase(base: string, pathname: string): string | undefined {
  return pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
}

/** The same for `/old` and `/old/`, which lead to one page. */
export function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

/**
 * The folder of the built site in which the page of an address lies, '' for the front page: `/old/café` for `/old/café`,
 * `/old//caf%C3%A9/` and `/old/café/index.html`. What percent-encoding hides that would lead elsewhere stays encoded.
 */
export function placeOf(path: string): string {
  const parts = path.split('/').filter(Boolean).map(decodedPart);
  if (parts.at(-1) === 'index.html') parts.pop();
  return parts.map((part) => `/${part}`).join('');
}

function decodedPart(part: string): string {
  const decoded = safeDecode(part);
  return decoded === '.' || decoded === '..' || /[/\\\p{Cc}\p{Cs}]/u.test(decoded) ? part : decoded;
}

/** The full address of a path of the site, for links that are read elsewhere; the path itself when site.yaml gives no address. */
export function fullUrl(path: string, site: { url: string } | undefined): string {
  return site ? new URL(path, site.url).href : path;
}
