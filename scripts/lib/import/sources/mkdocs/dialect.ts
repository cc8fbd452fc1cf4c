import type { RawRecord } from '../records.ts';
import type { MkDocsConfig } from './config.ts';

/** Extensions of Python-Markdown that stand for several. */
const bundles = /^(?:markdown\.extensions\.)?extra$|^pymdownx\.extra$/;

/** What only counts where a configuration turns it on: its signs are common in prose. */
const rare = new Set(['pymdownx.arithmatex', 'pymdownx.smartsymbols', 'pymdownx.saneheaders']);

/** Which of the extensions of Python-Markdown a site uses. */
export interface Dialect {
  has(extension: string): boolean;
  options(extension: string): RawRecord;
}

/** Without a configuration all of them are taken for in use but the rare ones. */
export function dialectOf(config: MkDocsConfig | undefined): Dialect {
  const named = new Map([...(config?.extensions ?? [])].map(([name, options]) => [bare(name), options]));
  const bundle = [...named.keys()].some((name) => bundles.test(name));
  return {
    has: (extension) =>
      config === undefined
        ? !rare.has(extension)
        : named.has(extension) || (bundle && !extension.startsWith('pymdownx.')),
    options: (extension) => named.get(extension) ?? {},
  };
}

function bare(name: string): string {
  return name.replace(/^markdown\.extensions\./, '').replace(/:\w+$/, '');
}
