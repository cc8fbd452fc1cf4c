import type { AnyDocumentStore, IDocumentsStore } from '@orama/orama';

/** What Orama is told of a section: enough to keep the best section of each article. */
export interface SectionDocument {
  section: number;
  article: number;
  /** Title of the article's category. */
  category: string;
}

/**
 * Orama's document store over the arrays that the index holds anyway. Documents are numbered as Orama does, from 1;
 * nothing is inserted or copied.
 */
export function sectionDocuments(articleOf: Uint32Array, categoryOf: (article: number) => string): IDocumentsStore {
  const get = (id: number): SectionDocument => {
    const article = articleOf[id - 1]!;
    return { section: id - 1, article, category: categoryOf(article) };
  };
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
