import { posix } from 'node:path';
import { readStaticConfig } from '../dialect/static-config.ts';
import { localeCode, localeTag } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord } from '../records.ts';
import { isText, list, pluginsOf, redirectsOf, text, titlesInHead, withoutSlashes } from './config-values.ts';

/** What the configuration of a Docusaurus site tells about its content. */
export interface DocusaurusConfig {
  /** The folder of the configuration, from the top; '' for the top. */
  folder: string;
  title?: string;
  /** `https://help.example.com`. */
  origin?: string;
  /** `/` or `/help/`. */
  base: string;
  /** True and false as they are set; undefined leaves addresses as the pages make them. */
  trailingSlash?: boolean;
  /** As folders below `i18n/` name it. */
  locale: string;
  locales: string[];
  docs: DocsOptions[];
  /** Folders of posts and of pages, from the top. */
  blogs: string[];
  pages?: string;
  staticFolders: string[];
  /** Old addresses that lead to others, without the base. */
  redirects: { from: string; to: string }[];
  /** True when the site shows formulas. */
  hasMath: boolean;
  /** `mdx`, `md` or `detect`: how files that end in .md are read. */
  format: string;
  /** Titles of menus at the head of the site, by the menu or the page that they lead to. */
  labels: Map<string, string>;
}

/** One collection of documentation: most sites have one. */
export interface DocsOptions {
  id: string;
  /** From the top. */
  folder: string;
  /** Where it begins below the base, without slashes: `docs`; '' for the base itself. */
  route: string;
  /** A file from the top, `false` for no menu, undefined for one made of the folders. */
  sidebar?: string | false;
  lastVersion?: string;
  include?: string[];
  exclude?: string[];
  /** Names like `01-intro` are taken as they are. */
  keepsNumbers: boolean;
}

const configuration = /(?:^|\/)docusaurus\.config\.(?:js|ts|mjs|cjs|mts|cts)$/;

/** The configuration nearest to the top; undefined when there is none. One that cannot be read leaves the usual values. */
export async function readConfig(tree: SourceTree): Promise<DocusaurusConfig | undefined> {
  const [file] = tree.files
    .filter((one) => configuration.test(one))
    .sort((one, other) => one.split('/').length - other.split('/').length);
  if (file === undefined) return undefined;
  const main = (await readStaticConfig(tree, file))?.main;
  const written = (await tree.text(file)) ?? '';
  return configFrom(isRecord(main) ? main : {}, posix.dirname(file) === '.' ? '' : posix.dirname(file), written, tree);
}

/** What is usual, for a folder without a configuration: the pages are in `docs`, else at the top. */
export function configWithout(tree: SourceTree): DocusaurusConfig {
  const config = configFrom({}, '', '', tree);
  if (!tree.files.some((file) => file.startsWith('docs/'))) for (const docs of config.docs) docs.folder = '';
  return config;
}

function configFrom(
  main: Record<string, unknown>,
  folder: string,
  written: string,
  tree: SourceTree,
): DocusaurusConfig {
  const below = (path: string): string => posix.join(folder, path).replace(/\/$/, '');
  const i18n = isRecord(main.i18n) ? main.i18n : {};
  const locale = text(i18n.defaultLocale) ?? 'en';
  const plugins = pluginsOf(main);
  const optionsOf = (name: RegExp): Record<string, unknown>[] =>
    plugins.filter((one) => name.test(one.name)).map(({ options }) => options);
  // Other presets, such as those for descriptions of interfaces, have no documentation of this kind.
  const presets = list(main.presets)
    .map((one) => (Array.isArray(one) ? (one as unknown[]) : [one]))
    .map(([name, options]) => ({ name: text(name) ?? '', options: isRecord(options) ? options : {} }))
    .filter(({ name, options }) => /classic$/.test(name) || 'docs' in options)
    .map(({ options }) => options);
  const hasPreset = presets.length > 0;
  const docs = [
    ...(presets.some((one) => one.docs !== false) || (!hasPreset && optionsOf(docsPlugin).length === 0)
      ? [presets.map((one) => one.docs).find(isRecord) ?? {}]
      : []),
    ...optionsOf(docsPlugin),
  ];
  const blogs = [...presets.map((one) => one.blog).filter((one) => one !== false), ...optionsOf(/content-blog$/)];
  const pages = presets.find((one) => isRecord(one.pages))?.pages;
  const markdown = isRecord(main.markdown) ? main.markdown : {};
  const url = text(main.url);
  return {
    folder,
    title: text(main.title),
    origin: url && URL.canParse(url) ? new URL(url).origin : undefined,
    base: `/${withoutSlashes(text(main.baseUrl) ?? '')}/`.replace('//', '/'),
    trailingSlash: typeof main.trailingSlash === 'boolean' ? main.trailingSlash : undefined,
    locale,
    locales: [...new Set([locale, ...list(i18n.locales).filter(isText)])].filter((one) => localeTag.test(one)),
    docs: docs.map((options) => docsOptions(options, below, tree)),
    blogs: [...blogs, ...(blogs.length === 0 && !hasPreset ? [{}] : [])].map((one) =>
      below((isRecord(one) ? text(one.path) : undefined) ?? 'blog'),
    ),
    pages: presets.some((one) => one.pages === false)
      ? undefined
      : below((isRecord(pages) ? text(pages.path) : undefined) ?? 'src/pages'),
    staticFolders: (list(main.staticDirectories).filter(isText).length > 0
      ? list(main.staticDirectories).filter(isText)
      : ['static']
    ).map(below),
    redirects: optionsOf(/client-redirects$/).flatMap((options) => redirectsOf(options.redirects)),
    hasMath: /remark-?math|katex/i.test(written),
    format: text(markdown.format) ?? 'mdx',
    labels: titlesInHead(main),
  };
}

const docsPlugin = /content-docs$/;

function docsOptions(options: Record<string, unknown>, below: (path: string) => string, tree: SourceTree): DocsOptions {
  const id = text(options.id) ?? 'default';
  const given = options.sidebarPath;
  const usual = ['sidebars.js', 'sidebars.ts', 'sidebars.json', 'sidebars.mjs', 'sidebars.cjs'].map(below);
  return {
    id,
    folder: below(text(options.path) ?? 'docs'),
    route: withoutSlashes(text(options.routeBasePath) ?? 'docs'),
    sidebar:
      given === false
        ? false
        : text(given) !== undefined
          ? below(String(given))
          : usual.find((file) => id === 'default' && tree.has(file)),
    lastVersion: text(options.lastVersion),
    include: Array.isArray(options.include) ? list(options.include).filter(isText) : undefined,
    exclude: Array.isArray(options.exclude) ? list(options.exclude).filter(isText) : undefined,
    keepsNumbers: options.numberPrefixParser === false,
  };
}

/** The language that Signpost calls a locale of the site by. */
export function localeOf(config: DocusaurusConfig): string {
  return localeCode(config.locale);
}
