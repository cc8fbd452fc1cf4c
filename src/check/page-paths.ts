import type { HelpCenter } from '../content/types.ts';
import { parsePermalink } from '../permalinks/permalink-target.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { WHOLE_ALPHABET, WHOLE_LIST } from '../site/list-pages.ts';
import { type ArticlePlace, languageOfferUrl, placeOf, siteUrls, WIDGET_SCRIPT } from '../site/urls.ts';
import { isArticle } from './rule.ts';

const urls = siteUrls();

/** Pages that every locale has, below its own. */
const LOCALE_PAGES: ((locale: string) => string)[] = [
  urls.home,
  urls.contact,
  urls.search,
  urls.az,
  urls.agents,
  urls.counting,
  urls.widget,
  urls.feed,
];
/** Pages outside the locales. */
const SITE_PAGES = [
  '/',
  '/search/',
  '/404.html',
  `/${WIDGET_SCRIPT}`,
  '/sitemap.xml',
  '/sitemap-index.xml',
  '/llms.txt',
  '/robots.txt',
];

/** Files of the built site whose names are the same for every content. */
const SITE_FILES = [...SITE_PAGES.filter((page) => /\.\w+$/.test(page)), '/_headers', '/_redirects', '/moved.js'];
/** Folders that are the build's own. */
const SITE_FOLDERS = ['/_astro', '/_search', '/_links', '/.git'];

/**
 * A function that tells at which file or folder of the site's own a page would stand, or below which: at `/404.html`, below
 * `/en/billing/refunds.md` or in `/_astro`. Disks that take capitals for small letters find it, too. The place of the page
 * has no slash at its end.
 */
export function siteFileFinder(center: HelpCenter): (place: string) => string | undefined {
  const files = new Set(SITE_FILES);
  const locales = center.site?.locales.map(({ code }) => code) ?? [];
  for (const locale of locales) {
    files.add(urls.feed(locale)).add(languageOfferUrl('/', locale));
    if (center.site?.markdownFiles)
      for (const place of placesIn(center, locale)) files.add(urls.articleMarkdown(place));
  }
  for (const file of center.files) if (file.startsWith('files/')) files.add(urls.path(`/${file}`));
  const own = new Map([...SITE_FOLDERS, ...files].map((path) => [sameOnSomeDisks(path), path]));
  return (place) => {
    const parts = sameOnSomeDisks(place).split('/');
    for (const [index, part] of parts.entries()) {
      const above = parts.slice(0, index + 1).join('/');
      // In each folder that has a page it is the page's file.
      const found = part === 'index.html' ? above : own.get(above);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The same for places that some disks and hosts take for one: capitals, composed accents, dots at the end of a name. */
export function sameOnSomeDisks(place: string): string {
  const plain = place.normalize('NFC').toLowerCase();
  return plain.replace(/(?<![. ])[. ]+(?=\/|$)/g, '');
}

/**
 * A function that tells whether a page of a list stands at a place or may soon: `/en/a-z/c` and `/en/billing/page/2`, where
 * there are more articles than one page lists. How many pages a list has changes with its articles, so all numbers and
 * letters are its own. A place has no slash at its end.
 */
export function listPageFinder(center: HelpCenter): (place: string) => boolean {
  const letters: string[] = [];
  const numbers = new Set<string>();
  for (const { code } of center.site?.locales ?? []) {
    const places = placesIn(center, code);
    if (places.length > WHOLE_ALPHABET) letters.push(sameOnSomeDisks(urls.az(code)));
    const counts = new Map<string, number>();
    for (const { category } of places) counts.set(category, (counts.get(category) ?? 0) + 1);
    for (const [category, count] of counts)
      if (count > WHOLE_LIST) numbers.add(sameOnSomeDisks(`${urls.category(code, category)}page/`));
  }
  return (place) => {
    const near = sameOnSomeDisks(place);
    const name = near.lastIndexOf('/') + 1;
    const isNumbered = numbers.has(near.slice(0, name)) && /^\d+$/.test(near.slice(name));
    return isNumbered || letters.some((folder) => near.startsWith(folder));
  };
}

/** Every path of the built site that a link may name, without the base path, beginning with a slash. */
export function sitePaths(center: HelpCenter): Set<string> {
  const locales = center.site?.locales.map(({ code }) => code) ?? [];
  const paths = new Set(SITE_PAGES);
  for (const locale of locales) {
    for (const page of LOCALE_PAGES) paths.add(page(locale));
    for (const place of placesIn(center, locale)) {
      paths.add(urls.category(locale, place.category)).add(urls.article(place));
      if (center.site?.markdownFiles) paths.add(urls.articleMarkdown(place));
    }
  }
  for (const locale of locales) for (const slug of ownPagesIn(center, locale)) paths.add(urls.ownPage(locale, slug));
  const { articles, moved } = center.permalinks;
  const published = [...Object.keys(articles), ...Object.keys(moved).map((link) => parsePermalink(link).id)];
  for (const id of [...center.articles.map((article) => article.id), ...published]) paths.add(urls.permalink(id));
  for (const { aliases } of [...center.articles, ...center.categories])
    for (const alias of aliases)
      paths
        .add(alias)
        .add(placeOf(alias))
        .add(`${placeOf(alias)}/`);
  return paths;
}

/** The articles that a locale shows: its own, and those of the default locale that it has not. */
function placesIn({ articles, broken, site }: HelpCenter, locale: string): ArticlePlace[] {
  const pages = [...articles, ...broken];
  const own = pages.filter((page) => page.locale === locale);
  const translated = new Set(own.filter((page) => !isArticle(page) || isBuilt(page)).map(({ id }) => id));
  const shown = pages.filter(
    ({ id, locale: written }) =>
      written !== locale && written === site?.defaultLocale && (id === undefined || !translated.has(id)),
  );
  return [...own, ...shown.map((page) => ({ ...page, locale }))];
}

/** The names of the owner's own pages that a locale shows: its own, and those of the default locale. */
function ownPagesIn({ ownPages, brokenOwnPages, site }: HelpCenter, locale: string): Set<string> {
  const shown = [...ownPages, ...brokenOwnPages].filter((page) => [locale, site?.defaultLocale].includes(page.locale));
  return new Set(shown.map(({ slug }) => slug));
}
