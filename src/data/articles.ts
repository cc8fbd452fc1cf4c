import { type CollectionEntry, getCollection } from 'astro:content';
import { memoize } from '../cache/memoize.ts';
import { nameVariants } from '../markdown/name-variants.ts';
import { stripComments } from '../markdown/strip-comments.ts';
import { isBuilt } from '../schemas/publishing.ts';
import { bodyOf } from './converted.ts';
import { absolute, defaultLocale, locales, site, urls } from './site.ts';

/** What lists show of an article. */
export interface ArticleSummary {
  id: string;
  /** The locale of the page that `href` leads to. */
  locale: string;
  category: string;
  slug: string;
  title: string;
  description: string;
  /** The heading under which its category lists it. */
  section?: string;
  /** Its place among the articles of its category. */
  order?: number;
  updated?: Date;
  href: string;
  /** True when the article is not translated and the page shows the default locale’s text. */
  fallback: boolean;
}

/** A page to build: an article in its own locale, or the default locale’s article in another. */
export interface ArticlePage extends ArticleSummary {
  /** The locale the text is written in; differs from `locale` on a fallback page. */
  original: string;
  keywords: string[];
  related: string[];
  unlisted: boolean;
  /** The same article in the languages it is written in, itself included. */
  translations: { locale: string; href: string }[];
  entry: CollectionEntry<'articles'>;
}

type Entry = CollectionEntry<'articles'>;

/**
 * Every article page of every locale; drafts only while writing. Like all lists here it is made once, as every page asks
 * for it: once in a build, and while writing once after each edit, which has Astro load anew whatever reads its collections.
 */
export const articlePages = memoize(async (): Promise<readonly ArticlePage[]> => {
  const entries = await publishedEntries();
  const originals = Map.groupBy(
    entries.filter(({ data }) => data.page === data.locale),
    ({ data }) => data.id,
  );
  const orders = ordersOf(entries);
  return locales.flatMap(({ code }) =>
    [...inLocale(entries, code).values()].map((entry) =>
      toPage(entry, code, orders, originals.get(entry.data.id) ?? []),
    ),
  );
});

/** The listed articles of a locale, untranslated ones in the default language, by title. */
export const listArticles = memoize(async (locale: string): Promise<readonly ArticleSummary[]> => {
  const entries = (await publishedEntries()).filter((entry) => !entry.data.unlisted);
  const collator = new Intl.Collator(locale);
  const orders = ordersOf(entries);
  return [...inLocale(entries, locale).values()]
    .map((entry) => toSummary(entry, locale, orders))
    .sort((a, b) => collator.compare(a.title, b.title));
});

/** By id, the listed articles of a locale: pages name others by their ids. */
const listedById = memoize(
  async (locale: string): Promise<ReadonlyMap<string, ArticleSummary>> =>
    new Map((await listArticles(locale)).map((article) => [article.id, article])),
);

/** By id, the pages of every article in all locales. */
const pagesById = memoize(
  async (): Promise<ReadonlyMap<string, readonly ArticlePage[]>> =>
    Map.groupBy(await articlePages(), (page) => page.id),
);

/** The pages of an article in all locales; none for an unknown id. */
export async function pagesOfArticle(id: string): Promise<readonly ArticlePage[]> {
  return (await pagesById()).get(id) ?? [];
}

/** The page in the locale that the text is written in, which search engines keep for its fallback pages too. */
export function originalHref(page: ArticlePage): string {
  return urls.article({ ...page, locale: page.original });
}

/** The listed articles with these ids, in their order; unknown ids are left out. */
export async function articlesById(locale: string, ids: readonly string[]): Promise<ArticleSummary[]> {
  const byId = await listedById(locale);
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function publishedEntries(): Promise<Entry[]> {
  return (await getCollection('articles')).filter((entry) => isBuilt(entry.data) || import.meta.env.DEV);
}

/** One entry for each id that has a page in the locale: the locale’s own, else the default locale’s. */
function inLocale(entries: Entry[], locale: string): Map<string, Entry> {
  const shown = entries.filter(({ data }) => data.page === locale);
  const own = shown.filter(({ data }) => data.locale === locale);
  return new Map([...shown, ...own].map((entry) => [entry.data.id, entry]));
}

/** The places that articles have in the default language, by id: those of translations that name none. */
function ordersOf(entries: readonly Entry[]): ReadonlyMap<string, number | undefined> {
  const first = entries.filter(({ data }) => data.locale === defaultLocale);
  return new Map(first.map(({ data }) => [data.id, data.order]));
}

function toSummary({ data }: Entry, locale: string, orders: ReadonlyMap<string, number | undefined>): ArticleSummary {
  const order = data.order ?? orders.get(data.id);
  return {
    id: data.id,
    locale,
    category: data.category,
    slug: data.slug,
    title: data.title,
    description: data.description,
    ...(data.section && { section: data.section }),
    ...(order !== undefined && { order }),
    ...(data.updated && { updated: data.updated }),
    href: urls.article({ ...data, locale }),
    fallback: data.locale !== locale,
  };
}

/** @param originals The same article in the languages it is written in. */
function toPage(
  entry: Entry,
  locale: string,
  orders: ReadonlyMap<string, number | undefined>,
  originals: readonly Entry[],
): ArticlePage {
  const { data } = entry;
  return {
    ...toSummary(entry, locale, orders),
    original: data.locale,
    keywords: data.keywords,
    related: data.related,
    unlisted: data.unlisted,
    translations: originals.map((other) => ({ locale: other.data.locale, href: urls.article(other.data) })),
    entry,
  };
}

/** An article as one Markdown document: title, description, address and day, then the text as written, without writers' comments. */
export function articleMarkdown(page: ArticlePage): string {
  const facts = [
    `Source: <${absolute(originalHref(page))}>`,
    ...(page.updated ? [`Updated: ${page.updated.toISOString().slice(0, 10)}`] : []),
  ];
  const variants = { choices: site.variants, defaultLocale };
  const text = nameVariants(stripComments(bodyOf(page.entry)), page.original, variants);
  return `# ${page.title}\n\n> ${page.description}\n\n${facts.join('  \n')}\n\n${text.trim()}\n`;
}
