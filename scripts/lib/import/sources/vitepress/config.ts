import { posix } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import { readStaticConfig } from '../dialect/static-config.ts';
import { localeCode, localeTag } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, type RawRecord } from '../records.ts';
import { shortLocales } from '../short-locales.ts';

/** What the configuration of a VitePress or VuePress site says. */
export interface VitepressConfig {
  kind: 'vitepress' | 'vuepress';
  /** The folder of its pages from the top; '' for the top itself. */
  source: string;
  name?: string;
  origin?: string;
  /** The path that all addresses begin with, with slashes at both ends. */
  base: string;
  cleanUrls: boolean;
  /** Patterns of files that are no pages, from the folder of pages. */
  exclude: string[];
  /** Old path to new path, both from the folder of pages. */
  rewrites: [string, string][];
  /** Its languages; one without a folder is the one of the pages that are in none of the others. */
  locales: SiteLocale[];
  /** What it writes over a closed answer without a title. */
  detailsLabel: string;
  hasMath: boolean;
  /** All that `{{ site.… }}` may show. */
  site: RawRecord;
}

export interface SiteLocale {
  /** Its folder below the folder of pages; '' for the others' parent. */
  folder: string;
  code?: string;
  theme: RawRecord;
}

const configFile = /^(?:(.*)\/)?\.(vitepress|vuepress)\/config(?:\/index)?\.(?:[mc]?[jt]s|json|ya?ml|toml)$/;

/** The configuration of the site in a folder; of several the one with the most pages. Undefined for none. */
export async function readVitepressConfig(tree: SourceTree): Promise<VitepressConfig | undefined> {
  const found = tree.files.flatMap((file) => {
    const [whole, docs = '', kind] = configFile.exec(file) ?? [];
    if (whole === undefined || (kind !== 'vitepress' && kind !== 'vuepress')) return [];
    const pages = tree.files.filter((one) => one.endsWith('.md') && (docs === '' || one.startsWith(`${docs}/`))).length;
    return [{ file, docs, kind, pages } as const];
  });
  const [first] = found.toSorted((one, other) => other.pages - one.pages || one.file.length - other.file.length);
  if (!first || first.pages === 0) return undefined;
  return configOf(first.kind, first.docs, await valuesIn(tree, first.file));
}

async function valuesIn(tree: SourceTree, file: string): Promise<RawRecord> {
  if (/\.(?:ya?ml|toml)$/.test(file)) return yamlIn((await tree.text(file)) ?? '');
  const config = await readStaticConfig(tree, file);
  const main =
    [
      config?.main,
      config?.call('defineConfig'),
      config?.call('defineConfigWithTheme'),
      config?.call('defineUserConfig'),
    ].find(isRecord) ?? {};
  // VuePress 2 gives the theme its settings in a call.
  const theme = ['defaultTheme', 'hopeTheme', 'plumeTheme'].map((name) => config?.call(name)).find(isRecord);
  return theme && !isRecord(main.themeConfig) ? { ...main, themeConfig: theme } : main;
}

function yamlIn(text: string): RawRecord {
  try {
    const value: unknown = yamlExcess(text) ? undefined : parseYaml(text, { stringKeys: true, uniqueKeys: false });
    return isRecord(value) ? value : {};
  } catch {
    // A broken configuration says nothing; the site is read by its folders.
    return {};
  }
}

function configOf(kind: VitepressConfig['kind'], docs: string, main: RawRecord): VitepressConfig {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() ? value.trim() : undefined;
  const theme = isRecord(main.themeConfig) ? main.themeConfig : {};
  const sitemap = isRecord(main.sitemap) ? main.sitemap : {};
  const address = [sitemap.hostname, theme.hostname, theme.domain, main.hostname]
    .map(text)
    .find((one) => one && URL.canParse(one));
  const markdown = isRecord(main.markdown) ? main.markdown : {};
  const container = isRecord(markdown.container) ? markdown.container : {};
  return {
    kind,
    source: posix.join('/', docs, text(main.srcDir) ?? '').replace(/^\/|\/$/g, ''),
    name: text(main.title),
    origin: address && new URL(address).origin,
    base: `/${text(main.base) ?? ''}/`.replace(/\/{2,}/g, '/'),
    cleanUrls: main.cleanUrls === true,
    exclude: [main.srcExclude].flat().filter((one) => typeof one === 'string'),
    rewrites: Object.entries(isRecord(main.rewrites) ? main.rewrites : {}).flatMap(([from, to]): [string, string][] =>
      typeof to === 'string' ? [[from, to]] : [],
    ),
    locales: shortened(localesOf(main, theme, text)),
    detailsLabel: text(container.detailsLabel) ?? 'Details',
    hasMath: markdown.math === true || isRecord(markdown.math),
    site: { ...main, themeConfig: theme },
  };
}

/** `locales: { root: {…}, de: {…} }` of VitePress, `{ '/': {…}, '/de/': {…} }` of VuePress, there in the theme too. */
function localesOf(main: RawRecord, theme: RawRecord, text: (value: unknown) => string | undefined): SiteLocale[] {
  const written = isRecord(main.locales) ? main.locales : {};
  const themes = new Map(
    Object.entries(isRecord(theme.locales) ? theme.locales : {}).map(([key, value]) => [folderOfKey(key), value]),
  );
  const locales = Object.entries(written).flatMap(([key, value]): SiteLocale[] => {
    const locale = isRecord(value) ? value : {};
    const folder = folderOfKey(/^\//.test(key) ? key : (text(locale.link) ?? key));
    const lang = text(locale.lang) ?? (folder || text(main.lang));
    const own = isRecord(locale.themeConfig) ? locale.themeConfig : themes.get(folder);
    return /^https?:/.test(folder)
      ? []
      : [{ folder, code: codeOf(lang), theme: { ...theme, ...(isRecord(own) ? own : {}) } }];
  });
  if (locales.some(({ folder }) => folder === ''))
    return locales.sort((one, other) => one.folder.localeCompare(other.folder));
  return [{ folder: '', code: codeOf(text(main.lang)), theme }, ...locales];
}

/** `en-US` is `en` where no other English is. */
function shortened(locales: SiteLocale[]): SiteLocale[] {
  const short = shortLocales(locales.flatMap(({ code }) => code ?? []));
  return locales.map((locale) => ({ ...locale, code: locale.code && (short.get(locale.code) ?? locale.code) }));
}

function folderOfKey(key: string): string {
  return key === 'root' ? '' : key.replace(/^\/|\/$/g, '');
}

function codeOf(lang: string | undefined): string | undefined {
  return lang && localeTag.test(lang) ? localeCode(lang) : undefined;
}
