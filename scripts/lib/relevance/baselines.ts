import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import type { SetDocument } from './read-set.ts';
import { DEPTH, type System } from './system.ts';

/** Orama as shipped: its own index, tokenizer and ranking with their defaults, over whole documents. */
export async function oramaAsShipped(documents: readonly SetDocument[]): Promise<System> {
  const index = create({ schema: { id: 'string', title: 'string', text: 'string' } as const });
  await insertMultiple(
    index,
    documents.map(({ id, title, text }) => ({ id, title, text })),
  );
  return {
    name: 'orama',
    async run(query) {
      const { hits } = await search(index, { term: query, properties: ['title', 'text'], limit: DEPTH });
      return { ranked: hits.map(({ id, score }) => ({ id, score })) };
    },
  };
}

/** MiniSearch with its own tokenizer, fuzzy matching and title weight as its documentation shows them. */
export function miniSearch(documents: readonly SetDocument[]): System {
  const index = new MiniSearch({ fields: ['title', 'text'], searchOptions: { boost: { title: 2 }, fuzzy: 0.2 } });
  index.addAll(documents.map(({ id, title, text }) => ({ id, title, text })));
  return {
    name: 'minisearch',
    async run(query) {
      return {
        ranked: index
          .search(query)
          .slice(0, DEPTH)
          .map(({ id, score }) => ({ id: String(id), score })),
      };
    },
  };
}
