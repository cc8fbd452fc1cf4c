import type { AnyDocumentStore, IDocumentsStore } from '@orama/orama';

/** What articles are counted and chosen by. */
export interface Properties {
  /** Title of the category. */
  category: string;
  /** Names of the values that some text of it is for. */
  variants: string[];
}

/** Gives what is known of an article by its number. */
export type PropertiesOf = (article: number) => Properties;

/** What Orama is told of a section: enough to keep the best section of each article. */
export interface SectionDocument extends Partial<Properties> {
  section: number;
  article: number;
}

/**
 * Orama's document store over the arrays that the index holds anyway. Documents are numbered as Orama does, from 1;
 * nothing is inserted or copied.
 */
export function sectionDocuments(
  articleOf: Uint32Array,
  propertiesOf: () => PropertiesOf | undefined,
): IDocumentsStore {
  const get = (id: number): SectionDocument => {
    const article = articleOf[id - 1]!;
    return { section: id - 1, article, ...propertiesOf()?.(article) };
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
