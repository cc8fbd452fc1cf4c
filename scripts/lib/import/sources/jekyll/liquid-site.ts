import { Drop } from 'liquidjs';
import { emptyRecord } from '../../../../../src/site/own-value.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { JekyllConfig } from './config.ts';
import { permalinkOf } from './permalinks.ts';
import type { SiteFile } from './site-files.ts';

/** What Liquid in pages reads: settings, pages, data, and parts to include. */
export interface LiquidSite {
  config: JekyllConfig;
  tree: SourceTree;
  pages: ReadonlyMap<string, SiteFile>;
  includes: Includes;
  /** `site`. */
  variables: Record<string, unknown>;
}

/** The parts that pages include. */
export interface Includes {
  /** Their folder, from the top of the tree, with a slash behind it. */
  folder: string;
  /** Their texts by their names below it. */
  texts: ReadonlyMap<string, string>;
}

/** `site` as templates see it. */
export function liquidSite(
  config: JekyllConfig,
  tree: SourceTree,
  pages: ReadonlyMap<string, SiteFile>,
  data: Record<string, unknown>,
  includes: Includes,
): LiquidSite {
  const all = [...pages.values()];
  const variables = emptyRecord<unknown>();
  Object.assign(variables, config.settings);
  for (const name of config.collections.keys())
    variables[name] = all.filter((file) => file.collection === name).map((file) => pageVariables(file, config));
  const posts = all.filter((file) => file.kind === 'post').map((file) => pageVariables(file, config));
  Object.assign(variables, {
    data,
    baseurl: config.settings.baseurl ?? '',
    url: config.settings.url ?? '',
    pages: all.filter((file) => file.kind === 'page').map((file) => pageVariables(file, config)),
    posts: posts.toSorted((one, other) => (String(one.date) < String(other.date) ? 1 : -1)),
    github: new Unknown('site.github'),
    time: new Unknown('site.time'),
  });
  return { config, tree, pages, includes, variables };
}

/** `page` as templates see it: the front matter, and what Jekyll adds. */
export function pageVariables(file: SiteFile, config: JekyllConfig): Record<string, unknown> {
  const variables = emptyRecord<unknown>();
  return Object.assign(variables, file.front, {
    url: permalinkOf(file, config) ?? `/${file.path}`,
    path: file.path,
    relative_path: file.path,
    name: file.path.split('/').at(-1),
    dir: `/${file.path.split('/').slice(0, -1).join('/')}`,
    collection: file.collection,
    content: file.body,
    excerpt: file.front.excerpt ?? file.body.trim().split(/\n\s*\n/)[0],
    date: file.date,
  });
}

/** A value that only the old site's server knew: it stays in the text as its author wrote it. */
class Unknown extends Drop {
  readonly #name: string;
  constructor(name: string) {
    super();
    this.#name = name;
  }
  override liquidMethodMissing(key: string | number): Unknown {
    return new Unknown(`${this.#name}.${key}`);
  }
  override toString(): string {
    return `{{ ${this.#name} }}`;
  }
}
