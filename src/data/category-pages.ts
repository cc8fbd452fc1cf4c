import { paginate } from '../site/list-pages.ts';
import { type ArticleGroup, groupCategory } from './article-groups.ts';
import { type CategoryPage, listCategories } from './categories.ts';
import { defaultLocale, locales, urls } from './site.ts';
import { translator } from './strings.ts';

/** A group of articles as a list of ways to it has it. */
export interface JumpGroup extends ArticleGroup {
  /** Of all its articles, on however many pages. */
  count?: number;
  /** The address of the page that it begins on; left out where that is the one being shown. */
  page?: string;
  /** True where the way to a heading stands for it, since earlier links to the heading lead to this page. */
  stands?: boolean;
}

/** The articles of a category that one page shows, and where the others are. */
export interface CategoryPart {
  category: CategoryPage;
  /** From 1. */
  number: number;
  /** The addresses of all its pages in their order. */
  pages: string[];
  groups: ArticleGroup[];
  /** All its groups. */
  jumps: JumpGroup[];
}

/** Every page that lists the articles of a category. */
export async function categoryParts(): Promise<CategoryPart[]> {
  const all = await Promise.all(
    locales.map(async ({ code }) => Promise.all((await listCategories(code)).map(partsOf))),
  );
  return all.flat(2);
}

async function partsOf(category: CategoryPage): Promise<CategoryPart[]> {
  const { locale, slug } = category;
  const groups = await groupCategory(category, locale, defaultLocale, translator(locale)('az.symbols'));
  const pages = paginate(groups);
  const hrefs = pages.map((_, place) => urls.categoryPage(locale, slug, place + 1));
  // Only the name of a heading tells its parts from those of others.
  const begins = (group: ArticleGroup) =>
    pages.findIndex((page) => page.some(({ heading }) => heading?.anchor === group.heading?.anchor));
  return pages.map((shown, place) => ({
    category,
    number: place + 1,
    pages: hrefs,
    groups: shown,
    jumps: groups.map((group) => {
      const first = begins(group);
      const { length: count } = group.articles;
      return { ...group, count, ...(first !== place && { page: hrefs[first]!, stands: place === 0 }) };
    }),
  }));
}
