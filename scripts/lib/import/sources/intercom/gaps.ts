import type { Note, Skipped } from '../source.ts';
import { type Article, type Collection, parentOf } from './schema.ts';

/** Says that the list of collections is missing, or some of its pages are. */
export function missingCollections(articles: Article[], collections: Map<string, Collection>): Note[] {
  const without = articles.filter((article) => {
    const parent = parentOf(article);
    return parent && !collections.has(parent);
  });
  if (without.length === 0) return [];
  return [
    {
      level: 'lost',
      kind: 'collections-missing',
      detail: `${without.length} article${without.length === 1 ? ' names a collection' : 's name collections'} that no file tells about, and ${without.length === 1 ? 'stands' : 'stand'} under General. Save all pages of https://api.intercom.io/help_center/collections too, into the same folder, name that folder, and import again.`,
    },
  ];
}

/** Names the collections that did not come over because they have no articles. */
export function emptyCollections(articles: Article[], collections: Map<string, Collection>): Skipped[] {
  const used = new Set(articles.flatMap((article) => ancestry(parentOf(article), collections).map(({ id }) => id)));
  return [...collections.values()]
    .filter(({ id }) => !used.has(id))
    .map(({ id, foundIn }) => ({
      origin: `${foundIn}, collection ${id}`,
      reason: 'not-an-article',
      detail: 'no article is in it',
    }));
}

/** A collection and those around it, the innermost first; a circle ends where it closes. */
export function ancestry(start: string | null | undefined, collections: Map<string, Collection>): Collection[] {
  const found: Collection[] = [];
  for (let next = start ? collections.get(start) : undefined; next && !found.includes(next); ) {
    found.push(next);
    const parent = next.parent_id ?? next.collection_id;
    next = parent ? collections.get(parent) : undefined;
  }
  return found;
}
