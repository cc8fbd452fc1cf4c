/**
 * A list of up to so many articles is one page. Phones lay out 200 rows at once, and readers still find their way by its
 * headings; far more are neither.
 */
export const WHOLE_LIST = 200;
/** Articles of one page of a longer list. */
const PAGE = 100;
/** Titles that the list of all articles has on one page: it is filtered as one types. */
export const WHOLE_ALPHABET = 500;
/** Categories that have a card each on a page of topics; of more only the first few have one. */
export const MOST_CARDS = 36;
export const CARDS = 24;

/** What pages are cut from: articles below a heading, or without one. */
interface Group {
  articles: readonly unknown[];
  /** True where the page before ends with articles of the same group. */
  continued?: boolean;
}

/**
 * Groups on pages of at most `most` articles, in their order: each article on exactly one page, none of them empty. A group
 * that fits on a page is never divided; a larger one begins a page and is divided evenly. So two neighbouring pages always
 * hold more than one could, or parts of a divided group. One page in all where there are no more than `whole` articles.
 */
export function paginate<Item extends Group>(groups: readonly Item[], whole = WHOLE_LIST, most = PAGE): Item[][] {
  const total = groups.reduce((sum, { articles }) => sum + articles.length, 0);
  if (total <= whole) return [[...groups]];
  const pages: Item[][] = [];
  let room = 0;
  for (const part of groups.flatMap((group) => divided(group, most))) {
    const size = part.articles.length;
    if (size === 0) continue;
    if (size > room) {
      pages.push([]);
      room = most;
    }
    pages.at(-1)!.push(part);
    room -= size;
  }
  return pages;
}

/** A group in equal parts of at most `most` articles. */
function divided<Item extends Group>(group: Item, most: number): Item[] {
  const { articles } = group;
  const count = Math.ceil(articles.length / most);
  if (count < 2) return [group];
  return Array.from({ length: count }, (_, part) => ({
    ...group,
    articles: articles.slice(
      Math.round((part * articles.length) / count),
      Math.round(((part + 1) * articles.length) / count),
    ),
    ...(part > 0 && { continued: true }),
  }));
}

/**
 * The numbers that the links between pages show: the first, the last, the current one and its neighbours; 0 stands for
 * those left out between two. `[1, 0, 4, 5, 6, 0, 9]` on page 5 of 9.
 */
export function pageNumbers(current: number, count: number): number[] {
  const shown = [1, current - 1, current, current + 1, count].filter((page) => page >= 1 && page <= count);
  // A gap of one page is no shorter than its number.
  if (current - 1 === 3) shown.push(2);
  if (current + 1 === count - 2) shown.push(count - 1);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((page, place) => (place > 0 && page > sorted[place - 1]! + 1 ? [0, page] : [page]));
}

/** All topics where there are no more than `most` of them, else the first few, and the rest for those who ask for it. */
export function firstTopics<Topic>(
  topics: readonly Topic[],
  most: number,
  few: number,
): { shown: readonly Topic[]; rest: readonly Topic[] } {
  const shown = topics.length > most ? few : topics.length;
  return { shown: topics.slice(0, shown), rest: topics.slice(shown) };
}
