import type { AnyDocumentStore, IDocumentsStore } from '@orama/orama';

/** What Orama is told of a section: enough to keep the best section of each article. */
export interface SectionDocument {
  section: number;
  article: number;
}

/**
 * Orama's document store over the arrays that the index holds anyway. Documents are numbered as Orama does, from 1;
 * nothing is inserted or copied.
 */
export function sectionDocuments(articleOf: Uint32Array): IDocumentsStore {
  const get = (id: number): SectionDocument => ({ section: id - 1, article: articleOf[id - 1]! });
  const ids = (): number[] => Array.from(articleOf, (_, section) => section + 1);
  return {
    create: (): AnyDocumentStore => ({ docs: {} }),
    get: (_, id) => get(Number(id)),
    getMultiple: (_, some) => some.map((id) => get(Number(id))),
    getAll: () => Object.fromEntries(ids().map((id) => [id, get(id)])),
    count: () => articleOf.length,
    store: readOnly,
    remove: readOnly,
    load: readOnly,
    save: readOnly,
  };
}

/** An index is written at build time and never changes afterwards. */
export function readOnly(): never {
  throw new Error('The search index is read only.');
}
