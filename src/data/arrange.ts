const SHOWN = 6;
/** Fewer are no list. */
const LEAST = 3;

/**
 * The articles that were updated last, newest first: only as far as their days tell them apart. Of those that share a day
 * with the first one left out, none is newer than the other, so after an import, when all are of one day, there are none.
 */
export function newest<Item extends { updated?: Date }>(articles: readonly Item[]): Item[] {
  const time = ({ updated }: Item) => updated?.getTime() ?? 0;
  const dated = articles.filter(({ updated }) => updated).toSorted((a, b) => time(b) - time(a));
  const next = dated[SHOWN];
  const shown = dated.slice(0, SHOWN).filter((article) => !next || time(article) > time(next));
  return shown.length < LEAST ? [] : shown;
}

/** Items that have a place in its order, then the others as they stand. */
export function inOrder<Item extends { order?: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
}
