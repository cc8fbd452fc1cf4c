/** Everything of a help center that can be listed and read, as it is kept in the cache. */
export interface Catalogue {
  /** What the site is called and says of itself, in its default language. */
  name: string;
  description: string;
  /** The site's address with its base path. */
  root: string;
  defaultLocale: string;
  locales: { code: string; label: string }[];
  /** By locale: where a person is reached. */
  contact: Record<string, string>;
  /** By locale, in the site's order. */
  categories: Record<string, { slug: string; title: string }[]>;
  /** By locale, then in the order of the categories; pages of the owner's own last. */
  articles: CatalogueArticle[];
  /** What former permalinks lead to, as the record has it. */
  moved: Record<string, string>;
}

/** An article in one language, or a page of the owner's own that the search finds. */
export interface CatalogueArticle {
  /** The same in all languages; that of an owner's own page begins with `page:`. */
  id: string;
  locale: string;
  title: string;
  description: string;
  /** The name of its folder; '' for a page of the owner's own. */
  category: string;
  /** The permalink, full; of a page of the owner's own its address. */
  url: string;
  /** The address of its page, full. */
  page: string;
  /** `2026-05-01`; left out when nobody wrote that down. */
  reviewed?: string;
  /** From this day on it may be out of date. */
  oldFrom?: string;
  /** Title, description and facts, as Markdown. */
  head: string;
  /** Its text cut at its headings; put together again, the whole. */
  parts: ArticlePart[];
}

/** From one heading, or from the beginning, to the next heading of any level. */
export interface ArticlePart {
  /** Not percent-encoded; '' for the beginning. */
  anchor: string;
  heading: string;
  /** Level of the heading; 1 for the beginning. */
  depth: number;
  markdown: string;
}

/** The articles of a locale, and those of the default language that it has not, as the site lists them. */
export function articlesIn({ articles, defaultLocale }: Catalogue, locale: string): CatalogueArticle[] {
  const own = articles.filter((article) => article.locale === locale);
  if (locale === defaultLocale) return own;
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...articles.filter((article) => article.locale === defaultLocale && !ids.has(article.id))];
}

/**
 * The site's locale that a language tag means, `zh` and `ZH-CN` for `zh-cn` included.
 * @throws Error naming the site's locales.
 */
export function localeFor({ locales }: Pick<Catalogue, 'locales'>, tag: string): string {
  const wanted = tag.toLowerCase().replaceAll('_', '-');
  const language = wanted.split('-')[0];
  const codes = locales.map(({ code }) => code);
  const found =
    codes.find((code) => code.toLowerCase() === wanted) ??
    codes.find((code) => code.toLowerCase().split('-')[0] === language);
  if (found === undefined) throw new Error(`locale: this help center has ${codes.join(', ')}, not "${tag}".`);
  return found;
}
