/** Modules of Orama whose place our own components take, or that the search never calls, with the names they export. */
const UNUSED: Record<string, string[]> = {
  'components/index': ['createIndex', 'searchByGeoWhereClause'],
  'components/sorter': ['createSorter'],
  'components/tokenizer/index': ['createTokenizer', 'normalizeToken'],
  'components/facets': ['getFacets'],
  'components/groups': ['getGroups'],
  'methods/search-vector': ['searchVector', 'innerVectorSearch'],
  'methods/search-hybrid': ['hybridSearch'],
};

const MODULE = /@orama\/orama\/dist\/browser\/(.+)\.js$/;

/**
 * The Vite plugin that leaves out of the visitor's bundle what Orama would only need with its own index: its trees,
 * sorter, tokenizer, vector search, facets and groups. That takes Orama from 20 kB to 8 kB compressed. `createSorter`
 * must still answer to `create`.
 */
export function stubOrama() {
  return {
    name: 'signpost:stub-orama',
    enforce: 'pre' as const,
    load(id: string): string | undefined {
      const names = UNUSED[MODULE.exec(id)?.[1] ?? ''];
      return names?.map((name) => `export const ${name} = () => ({ create() {} });`).join('\n');
    },
  };
}
