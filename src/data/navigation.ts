import { memoize } from '../cache/memoize.ts';
import type { NavigationItem, NavigationLink } from '../schemas/navigation.ts';
import { groupCategory } from './article-groups.ts';
import { type ArticlePage, type ArticleSummary, articlesById } from './articles.ts';
import { type CategoryPage, findCategory } from './categories.ts';
import { findOwnPage } from './own-pages.ts';
import { defaultLocale, text, type WrittenIn, writtenIn } from './site.ts';
import { translator } from './strings.ts';

/** A link as a page shows it. */
export interface ShownLink {
  label: string;
  href: string;
  /** The language of the label, where it is not the page's. */
  written?: WrittenIn;
}

/** A menu in the header, or a column at the foot. */
export interface ShownGroup {
  label: string;
  links: ShownLink[];
}

/**
 * The owner's links in the locale of a page. What leads to an article or a category that the locale does not have, and a
 * group of which nothing is left, is left out; the content check names both.
 */
export async function shownLinks(
  items: readonly NavigationItem[],
  locale: string,
): Promise<(ShownLink | ShownGroup)[]> {
  const shown = await Promise.all(
    items.map(async (item) => {
      if (!item.links) return shownLink(item, locale);
      const links = (await Promise.all(item.links.map((link) => shownLink(link, locale)))).filter(
        (link) => link !== undefined,
      );
      return links.length > 0 ? { label: text(item.label ?? '', locale), links } : undefined;
    }),
  );
  return shown.filter((item) => item !== undefined);
}

async function shownLink(link: NavigationLink, locale: string): Promise<ShownLink | undefined> {
  if (link.url !== undefined) return { label: text(link.label ?? '', locale), href: link.url };
  const target = await targetOf(link, locale);
  if (!target) return undefined;
  if (link.label !== undefined) return { label: text(link.label, locale), href: target.href };
  return {
    label: target.title,
    href: target.href,
    ...(target.original !== locale && { written: writtenIn(target.original, locale) }),
  };
}

/** What a link of the owner's leads to, with the locale that its title is written in. */
async function targetOf(
  { article, category, page }: NavigationLink,
  locale: string,
): Promise<{ title: string; href: string; original: string } | undefined> {
  if (page !== undefined) return findOwnPage(locale, page);
  const found =
    article === undefined ? await findCategory(locale, category ?? '') : (await articlesById(locale, [article]))[0];
  return found && { title: found.title, href: found.href, original: found.fallback ? defaultLocale : locale };
}

/** The articles before and after one in its category, where that is a guide: in the order of the category's page. */
export async function guideNeighbours(page: ArticlePage): Promise<{ before?: ArticleSummary; after?: ArticleSummary }> {
  const category = await findCategory(page.locale, page.category);
  if (!category?.guide) return {};
  const articles = await readInOrder(category);
  const at = articles.findIndex(({ id }) => id === page.id);
  if (at === -1) return {};
  const [before, after] = [articles[at - 1], articles[at + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

/** The articles of a category as its page lists them. */
const readInOrder = memoize(async (category: CategoryPage): Promise<readonly ArticleSummary[]> => {
  const { locale } = category;
  const groups = await groupCategory(category, locale, defaultLocale, translator(locale)('az.symbols'));
  return groups.flatMap((group) => group.articles);
});
