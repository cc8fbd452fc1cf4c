import type { SectionRecord } from '../section-records.ts';
import { analyzerFor } from './analyzers.ts';

/** The search engines that the export writes for. */
export const ENGINES = ['opensearch', 'elasticsearch'] as const;
export type Engine = (typeof ENGINES)[number];

/** Name of the field that holds a section's vector. */
export const VECTOR = 'vector';

/** What an engine is told of a field. */
type Field = Readonly<Record<string, unknown>>;

/** The body of the request that makes an index. */
export interface EngineIndex {
  settings: Readonly<Record<string, unknown>>;
  mappings: { dynamic: 'strict'; properties: Readonly<Record<string, Field>> };
}

/**
 * The body with which an index for sections of one locale is made (`PUT /<name>`). Texts are cut by the language's analyzer;
 * vectors are compared by the cosine, as the help center's own search does.
 * @param dimensions Of the vectors; undefined where there are none.
 */
export function engineIndex(engine: Engine, locale: string, dimensions: number | undefined): EngineIndex {
  const text: Field = { type: 'text', analyzer: analyzerFor(locale) };
  const exact: Field = { type: 'keyword' };
  /** Shown, never searched. */
  const shown: Field = { type: 'keyword', index: false, doc_values: false };
  const fields: Record<keyof SectionRecord, Field> = {
    article: exact,
    section: exact,
    locale: exact,
    title: text,
    headings: text,
    variants: exact,
    category: exact,
    link: shown,
    page: shown,
    text,
    keywords: text,
    file: shown,
    updated: { type: 'date' },
    hash: exact,
  };
  const vectors: Record<string, Field> = dimensions === undefined ? {} : { [VECTOR]: VECTORS[engine](dimensions) };
  return {
    // Elasticsearch indexes vectors without being told to.
    settings: engine === 'opensearch' && dimensions !== undefined ? { 'index.knn': true } : {},
    mappings: { dynamic: 'strict', properties: { ...fields, ...vectors } },
  };
}

/** Lucene's graph in both, since it takes filters into account while it searches. */
const VECTORS: Record<Engine, (dimensions: number) => Field> = {
  opensearch: (dimension) => ({
    type: 'knn_vector',
    dimension,
    method: { name: 'hnsw', engine: 'lucene', space_type: 'cosinesimil' },
  }),
  elasticsearch: (dims) => ({ type: 'dense_vector', dims, index: true, similarity: 'cosine' }),
};
