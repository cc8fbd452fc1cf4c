/** The version of Orama that the modules below were read in. Another one may use them otherwise; a test compares. */
export const CHECKED_ORAMA_VERSION = '3.1.18';

/**
 * Modules inside Orama whose work our own components do (src/search/core/orama), or that the search never calls, with
 * the names that Orama's other modules import from them. Imported through its public entry point, as everywhere here,
 * Orama brings all of them along: `create` and `search` name them without a condition.
 */
export const STUBBED_MODULES: Record<string, readonly string[]> = {
  'components/index': ['createIndex', 'searchByGeoWhereClause'],
  'components/sorter': ['createSorter'],
  'components/tokenizer/index': ['createTokenizer', 'normalizeToken'],
  'components/groups': ['getGroups'],
  'methods/search-vector': ['searchVector', 'innerVectorSearch'],
  'methods/search-hybrid': ['hybridSearch'],
  errors: ['createError'],
};

const CREATES_NOTHING = '() => ({ create() {} })';
/** Orama's sentences about what a program does wrong are a tenth of it, and no visitor's: the name of the error is enough. */
const NAMES_ERROR = "(code) => Object.assign(new Error('Orama: ' + code), { code })";

const MODULE = /@orama\/orama\/dist\/browser\/(.+)\.js$/;

/**
 * The Vite plugin that leaves these modules out of the visitor's bundle. On the built sample site the search's chunk is
 * 34.8 kB with the plugin and 49.9 kB without (gzip -9, 2026-11-26), and every visitor who searches downloads it.
 * `createSorter` must still answer to `create`.
 */
export function stubOrama() {
  return {
    name: 'signpost:stub-orama',
    enforce: 'pre' as const,
    load(id: string): string | undefined {
      const names = STUBBED_MODULES[MODULE.exec(id)?.[1] ?? ''];
      return names
        ?.map((name) => `export const ${name} = ${name === 'createError' ? NAMES_ERROR : CREATES_NOTHING};`)
        .join('\n');
    },
  };
}
