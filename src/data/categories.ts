import { type CollectionEntry, getCollection } from 'astro:content';
import { memoize } from '../cache/memoize.ts';
import { NO_ORDER } from '../schemas/category.ts';
import { inOrder } from './arrange.ts';
import { type ArticleSummary, listArticles } from './articles.ts';
import { defaultLocale, urls } from './site.ts';

/** A category with the articles that are listed in it. */
export interface CategoryPage {
  slug: string;
  locale: string;
  title: string;
  description: string;
  /** Icon, order and whether it is a guide are those of its file, else of the default locale's. */
  icon: string | undefined;
  order: number;
  /** The headings of its page in their order, as far as its file names them. */
  sections: readonly string[];
  /** True when its articles are read one after the other. */
  guide: boolean;
  href: string;
  /** In the order of the page but for its headings. */
  articles: ArticleSummary[];
  /** True when its name is not translated and the default locale’s is shown. */
  fallback: boolean;
  /** The locale that its name is written in. */
  written: string;
}

/** The categories of a locale that have articles, in their order. */
export const listCategories = memoize(async (locale: string): Promise<readonly CategoryPage[]> => {
  const entries = await getCollection('categories');
  const articles = await listArticles(locale);
  const collator = new Intl.Collator(locale);
  const slugs = [...new Set(articles.map((article) => article.category))];
  return slugs
    .map((slug) => toPage(slug, locale, entries, articles))
    .sort((a, b) => a.order - b.order || collator.compare(a.title, b.title));
});

/** A category of a locale, for breadcrumbs. */
export async function findCategory(locale: string, slug: string): Promise<CategoryPage | undefined> {
  return (await listCategories(locale)).find((category) => category.slug === slug);
}

function toPage(
  slug: string,
  locale: string,
  entries: CollectionEntry<'categories'>[],
  articles: readonly ArticleSummary[],
): CategoryPage {
  const inLocale = (code: string) => entries.find(({ data }) => data.slug === slug && data.locale === code)?.data;
  const own = inLocale(locale);
  const first = inLocale(defaultLocale);
  const shown = own ?? first;
  return {
    slug,
    locale,
    // A folder without _category.yaml is an error of the content check; while writing, its name stands in.
    title: shown?.title ?? slug,
    description: shown?.description ?? '',
    icon: own?.icon ?? first?.icon,
    order: shown ? (own?.order ?? first?.order ?? NO_ORDER) : Number.MAX_SAFE_INTEGER,
    sections: shown?.sections ?? [],
    guide: own?.guide ?? first?.guide ?? false,
    href: urls.category(locale, slug),
    articles: inOrder(articles.filter((article) => article.category === slug)),
    fallback: own === undefined,
    written: own ? locale : defaultLocale,
  };
}
