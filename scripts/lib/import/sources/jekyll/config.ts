import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import { matchesWildcards, withoutSlashes } from '../dialect/paths.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, type RawRecord, recordsIn } from '../records.ts';

/** What the configuration of a Jekyll site says about its pages. */
export interface JekyllConfig {
  /** False for a folder that only looks like a Jekyll site: then no address is certain. */
  isKnown: boolean;
  /** Folder of the site's files, from the top of the tree, with a closing slash; '' for the top itself. */
  source: string;
  /** All settings, as Liquid shows them in `site`. */
  settings: RawRecord;
  name?: string;
  /** `https://help.example.com`, without the path. */
  origin?: string;
  /** Path that all addresses begin with: `/docs`; '' for none. */
  base: string;
  locale?: string;
  /** A style (`pretty`) or a pattern (`/:categories/:title/`). */
  permalink: string;
  collections: Map<string, Collection>;
  /** Where the folders of collections are, with a closing slash; '' for the top. */
  collectionsFolder: string;
  defaults: DefaultFields[];
  include: string[];
  exclude: string[];
  /** Endings of Markdown files, in lower case. */
  endings: string[];
  plugins: string[];
  /** True when files without front matter are pages too. */
  isFrontMatterOptional: boolean;
}

interface Collection {
  /** Whether each of its documents is a page. */
  output: boolean;
  permalink?: string;
  title?: string;
}

interface DefaultFields {
  path: string;
  type: string;
  values: RawRecord;
}

/** Settings that Jekyll has and other systems with a `_config.yml` (Hexo, Jupyter Book) have not. */
const marks = [
  'collections',
  'collections_dir',
  'permalink',
  'kramdown',
  'markdown',
  'theme',
  'remote_theme',
  'plugins',
  'gems',
  'baseurl',
  'defaults',
  'sass',
  'highlighter',
  'jekyll-mentions',
];
const hexo = ['source_dir', 'public_dir', 'new_post_name', 'code_dir', 'i18n_dir'];

/** The configuration nearest to the top that is one of Jekyll's, or undefined when there is none. */
export async function findConfig(tree: SourceTree): Promise<JekyllConfig | undefined> {
  const files = tree.files
    .filter((file) => /^(?:[\w.-]+\/)?_config\.(?:ya?ml|toml)$/i.test(file))
    .sort((one, other) => one.split('/').length - other.split('/').length);
  for (const file of files) {
    const settings = parseSettings(file, (await tree.text(file)) ?? '');
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    if (!settings || hexo.some((name) => name in settings)) continue;
    if (!marks.some((name) => name in settings) && !hasItsFolders(tree, folder)) continue;
    const gems = (await tree.text(`${folder}Gemfile`)) ?? (await tree.text('Gemfile')) ?? '';
    return readConfig(settings, folder, gems);
  }
  const gems = (await tree.text('Gemfile')) ?? '';
  return /^[ \t]{0,20}gem[ \t]{1,20}["'](?:jekyll|github-pages)["']/m.test(gems) ? readConfig({}, '', gems) : undefined;
}

/** Folders beside a configuration that only Jekyll reads. */
function hasItsFolders(tree: SourceTree, folder: string): boolean {
  return tree.files.some((file) =>
    /^_(?:includes|layouts|posts)\//.test(file.startsWith(folder) ? file.slice(folder.length) : ''),
  );
}

/** The configuration of a folder that has none. */
export function noConfig(): JekyllConfig {
  return { ...readConfig({}, '', ''), isKnown: false };
}

function parseSettings(file: string, text: string): RawRecord | undefined {
  try {
    if (/\.toml$/i.test(file)) return parseToml(text);
    if (yamlExcess(text)) return undefined;
    const value: unknown = parseYaml(text, { stringKeys: true, uniqueKeys: false, logLevel: 'silent' });
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readConfig(settings: RawRecord, folder: string, gems: string): JekyllConfig {
  const text = (name: string): string | undefined => {
    const value = settings[name];
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  const address = text('url');
  const site = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  const plugins = [...texts(settings.plugins), ...texts(settings.gems)];
  return {
    isKnown: true,
    source: `${folder}${folderName(text('source'))}`,
    settings,
    name: text('title') ?? text('name'),
    origin: site?.origin,
    base: trimmed(`${site?.pathname ?? ''}/${text('baseurl') ?? ''}`),
    locale: text('lang') ?? text('locale') ?? text('language'),
    permalink: text('permalink') ?? 'date',
    collections: collectionsOf(settings.collections),
    collectionsFolder: folderName(text('collections_dir')),
    defaults: recordsIn(settings.defaults).map(({ scope, values }) => ({
      path: isRecord(scope) && typeof scope.path === 'string' ? withoutSlashes(scope.path) : '',
      type: isRecord(scope) && typeof scope.type === 'string' ? scope.type : '',
      values: isRecord(values) ? values : {},
    })),
    include: texts(settings.include),
    exclude: texts(settings.exclude),
    endings: (text('markdown_ext') ?? 'markdown,mkdown,mkdn,mkd,md').toLowerCase().split(',').filter(Boolean),
    plugins,
    isFrontMatterOptional:
      plugins.includes('jekyll-optional-front-matter') ||
      /["'](?:github-pages|jekyll-optional-front-matter)["']/.test(gems),
  };
}

function collectionsOf(value: unknown): JekyllConfig['collections'] {
  const found = new Map<string, Collection>();
  for (const name of texts(value)) found.set(name, { output: false });
  for (const [name, one] of Object.entries(isRecord(value) ? value : {}))
    found.set(name, {
      output: isRecord(one) && one.output === true,
      permalink: isRecord(one) && typeof one.permalink === 'string' ? one.permalink : undefined,
      title: isRecord(one) && typeof one.title === 'string' ? one.title : undefined,
    });
  return found;
}

function texts(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string');
}

/** `src` and `./src/` are `src/`; the top is ''. */
function folderName(path: string | undefined): string {
  const name = withoutSlashes(path ?? '');
  return name ? `${name}/` : '';
}

/** `//docs/` is `/docs`, `/` is ''. */
function trimmed(path: string): string {
  const name = withoutSlashes(path);
  return name ? `/${name}` : '';
}

/** The front matter that a file has unless it says otherwise: of all that match, the most special counts. */
export function defaultsFor({ defaults }: JekyllConfig, path: string, type: string): RawRecord {
  const found = defaults
    .filter((one) => (!one.type || one.type === type) && matchesPath(path, one.path))
    .sort(
      (one, other) => Number(Boolean(one.type)) - Number(Boolean(other.type)) || one.path.length - other.path.length,
    );
  return Object.fromEntries(found.flatMap(({ values }) => Object.entries(values)));
}

/** Whether a path is a pattern's (`docs/*.md`), or in the folder that it names. */
export function matchesPath(path: string, pattern: string): boolean {
  const bare = withoutSlashes(pattern);
  if (!bare) return true;
  if (!/[*?]/.test(bare)) return path === bare || path.startsWith(`${bare}/`);
  return path.split('/').some((_, index, parts) => matchesWildcards(parts.slice(0, index + 1).join('/'), bare));
}
