import type { Note, Skipped } from '../source.ts';
import type { Article, Group } from './schema.ts';

/** Says which lists are missing. Without that of the collections nobody knows which of them are private. */
export function missingGroups(
  articles: Article[],
  collections: Map<string, Group>,
  categories: Map<string, Group>,
): Note[] {
  const unknown = (ids: (string | null | undefined)[], known: Map<string, Group>): boolean =>
    ids.some((id) => id && !known.has(id));
  const notes: Note[] = [];
  if (
    unknown(
      articles.map(({ collectionId }) => collectionId),
      collections,
    )
  )
    notes.push({
      level: 'lost',
      kind: 'collections-missing',
      detail:
        'Articles name collections that no file tells about, and are drafts until one does: only it tells which collections are private. Save https://docsapi.helpscout.net/v1/collections too, into the same folder, and import again.',
    });
  if (
    unknown(
      articles.flatMap(({ categories: inside }) => inside ?? []),
      categories,
    )
  )
    notes.push({
      level: 'lost',
      kind: 'categories-missing',
      detail:
        'Articles name categories that no file tells about, and stand without them. Save https://docsapi.helpscout.net/v1/collections/<id>/categories of each collection too, into the same folder, and import again.',
    });
  return notes;
}

/** Names the collections and categories that did not come over because no article is in them. */
export function emptyGroups(
  articles: Article[],
  collections: Map<string, Group>,
  categories: Map<string, Group>,
): Skipped[] {
  const used = new Set(articles.flatMap((article) => [article.collectionId, ...(article.categories ?? [])]));
  return [...collections.values(), ...categories.values()]
    .filter(({ id }) => !used.has(id))
    .map(({ id, foundIn }) => ({
      origin: `${foundIn}, ${collections.has(id) ? 'collection' : 'category'} ${id}`,
      reason: 'not-an-article',
      detail: 'no article is in it',
    }));
}
