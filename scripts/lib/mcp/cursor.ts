/** One page of a list. */
interface PageOf<Item> {
  items: Item[];
  /** Where the next page begins; left out on the last one. */
  nextCursor?: string;
}

/**
 * A page of a list. A cursor names the item before the page rather than its number, so that nothing is left out or told
 * twice when the content changes between two pages.
 * @param keyOf What tells the items of the list apart.
 * @throws Error for a cursor that this list did not give, or whose item is gone.
 */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  cursor: string | undefined,
  size: number,
): PageOf<Item> {
  const after = cursor === undefined ? -1 : items.findIndex((item) => encoded(keyOf(item)) === cursor);
  if (cursor !== undefined && after === -1)
    throw new Error(
      `cursor: "${cursor.slice(0, 100)}" is none that this list gave, or its content has changed. Begin again without a cursor.`,
    );
  const page = items.slice(after + 1, after + 1 + size);
  const last = page.at(-1);
  const more = last !== undefined && after + 1 + size < items.length;
  return { items: page, ...(more && { nextCursor: encoded(keyOf(last)) }) };
}

function encoded(key: string): string {
  return Buffer.from(key).toString('base64url');
}
