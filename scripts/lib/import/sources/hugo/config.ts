import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { yamlExcess } from '../../../../../src/content/yaml-limits.ts';
import { withoutSlashes } from '../dialect/paths.ts';
import { localeCode } from '../locale-code.ts';
import type { PageFolder } from '../markdown/folder-layout.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, type RawRecord, recordsIn } from '../records.ts';

/** What the configuration of a Hugo site tells about its content. */
export interface HugoConfig {
  /** Folder of the site, from the top of the tree, with a closing slash; '' for the top itself. */
  source: string;
  name?: string;
  origin?: string;
  /** Path that all addresses begin with: `/docs`; '' for none. */
  base: string;
  locale?: string;
  /** Whether the default language has its name in addresses, too. */
  hasDefaultPrefix: boolean;
  /** Whether pages are `/a.html` rather than `/a/`; by section where it says so. */
  ugly: boolean | RawRecord;
  /** Patterns of addresses by section. */
  permalinks: Map<string, string>;
  /** Folders of content that the configuration names. */
  folders: PageFolder[];
  /** Titles and places of menu entries, by `de/user`: language and identifier or page; without language for all. */
  menu: Map<string, { title?: string; weight?: number }>;
  /** `params`, which shortcodes show. */
  params: RawRecord;
  /** True when `:smile:` is drawn. */
  hasEmoji: boolean;
  cascade: unknown;
  /** Content that comes from elsewhere: modules. */
  imports: string[];
}

const names = 'hugo|config|languages|menus?|params|permalinks|module|cascade';
const file = new RegExp(
  `^((?:[\\w.-]+/){0,2}?)(config/_default/)?((?:${names})(?:\\.[\\w-]+)?)\\.(?:toml|ya?ml|json)$`,
  'i',
);
/** Settings that Hugo has and other systems with a `config.yaml` have not. */
const marks = [
  'baseURL',
  'baseUrl',
  'baseurl',
  'languageCode',
  'defaultContentLanguage',
  'module',
  'markup',
  'menu',
  'menus',
];

/** The configuration of the Hugo site nearest to the top; undefined when there is none. Broken files tell nothing. */
export async function findHugoConfig(tree: SourceTree): Promise<HugoConfig | undefined> {
  const found = tree.files.flatMap((path) => {
    const [, source = '', folder = '', name = ''] = file.exec(path) ?? [];
    const isMain = /^(?:hugo|config)$/i.test(name);
    return name && (folder || isMain) ? [{ path, source, name: name.toLowerCase() }] : [];
  });
  found.sort((one, other) => one.source.length - other.source.length);
  for (const source of new Set(found.map((one) => one.source))) {
    const settings: RawRecord[] = [];
    const own = found.filter((one) => one.source === source);
    let isHugo = own.some(({ name }) => name === 'hugo');
    for (const { path, name } of own) {
      const value = parseSettings(path, (await tree.text(path)) ?? '');
      if (!value) continue;
      isHugo ||= name === 'config' && marks.some((mark) => mark in value);
      const [key = '', language] = name.split('.');
      if (key === 'hugo' || key === 'config') settings.unshift(value);
      else settings.push(language ? { languages: { [language]: { [key]: value } } } : { [key]: value });
    }
    if (isHugo) return readConfig(source, settings);
  }
  return undefined;
}

/** The configuration of a folder that has none. */
export function noHugoConfig(): HugoConfig {
  return readConfig('', []);
}

function parseSettings(path: string, text: string): RawRecord | undefined {
  try {
    if (/\.toml$/i.test(path)) return parseToml(text);
    if (yamlExcess(text)) return undefined;
    const value: unknown = parseYaml(text, { stringKeys: true, uniqueKeys: false, logLevel: 'silent' });
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readConfig(source: string, settings: RawRecord[]): HugoConfig {
  /** Names are written in any case. */
  const all = (name: string): unknown[] =>
    settings.flatMap((one) =>
      Object.entries(one).flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : [])),
    );
  const text = (name: string): string | undefined =>
    all(name).find((value): value is string => typeof value === 'string');
  const records = (name: string): RawRecord[] => all(name).filter(isRecord);
  const address = text('baseurl');
  const site = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  const base = withoutSlashes(site?.pathname ?? '');
  const languages = records('languages').flatMap((one) => Object.entries(one).filter(([, value]) => isRecord(value)));
  const menu: HugoConfig['menu'] = new Map();
  for (const one of [...records('menu'), ...records('menus')]) addMenus(menu, one);
  for (const [code, one] of languages)
    if (isRecord(one)) for (const key of ['menu', 'menus']) addMenus(menu, one[key], localeCode(code));
  const ugly = all('uglyurls')[0];
  const modules = records('module');
  return {
    source,
    name: text('title'),
    origin: site?.origin,
    base: base && `/${base}`,
    locale: text('defaultcontentlanguage')?.toLowerCase(),
    hasDefaultPrefix: all('defaultcontentlanguageinsubdir')[0] === true,
    ugly: isRecord(ugly) ? ugly : ugly === true,
    permalinks: permalinksOf(records('permalinks')),
    folders: foldersOf(source, text('contentdir'), languages, modules),
    menu,
    params: Object.fromEntries(records('params').flatMap((one) => Object.entries(one))),
    hasEmoji: all('enableemoji')[0] === true,
    cascade: all('cascade')[0],
    imports: modules.flatMap((one) =>
      recordsIn(one.imports).flatMap(({ path }) => (typeof path === 'string' ? [path] : [])),
    ),
  };
}

function permalinksOf(written: RawRecord[]): Map<string, string> {
  const patterns = written.flatMap((one) =>
    Object.entries(one).flatMap(([name, value]) =>
      isRecord(value) ? (name === 'page' ? Object.entries(value) : []) : [[name, value] as const],
    ),
  );
  return new Map(patterns.filter((one): one is [string, string] => typeof one[1] === 'string'));
}

/** Folders of languages, those that modules mount, and the one of all content. */
function foldersOf(
  source: string,
  contentDir: string | undefined,
  languages: [string, unknown][],
  modules: RawRecord[],
): PageFolder[] {
  const folder = (path: string, language?: string): PageFolder => ({
    path: source + withoutSlashes(path),
    locale: language === undefined ? undefined : localeCode(language),
    exact: true,
  });
  const own = languages.flatMap(([code, one]) =>
    isRecord(one) && typeof one.contentDir === 'string' ? [folder(one.contentDir, code)] : [],
  );
  const mounted = modules
    .flatMap((one) => recordsIn(one.mounts))
    .flatMap(({ source: from, target, lang }) => {
      if (typeof from !== 'string' || typeof target !== 'string' || !/^content(?:\/|$)/.test(target)) return [];
      const level = target.replace(/^content\/?/, '');
      return [{ ...folder(from, typeof lang === 'string' ? lang : undefined), level: level || undefined }];
    });
  return [...own, ...mounted, folder(contentDir ?? 'content')]
    .filter(({ path }) => path !== source.slice(0, -1))
    .sort((one, other) => other.path.length - one.path.length);
}

function addMenus(found: HugoConfig['menu'], menu: unknown, language?: string): void {
  for (const entry of Object.values(isRecord(menu) ? menu : {}).flatMap(recordsIn)) {
    const { name, weight, identifier, pageRef, url } = entry;
    for (const key of [identifier, pageRef, url])
      if (typeof key === 'string')
        found.set(`${language ? `${language}/` : ''}${withoutSlashes(key)}`, {
          title: typeof name === 'string' ? name : undefined,
          weight: typeof weight === 'number' ? weight : undefined,
        });
  }
}
