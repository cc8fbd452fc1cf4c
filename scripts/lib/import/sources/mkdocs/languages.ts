import { localeCode } from '../locale-code.ts';
import type { Page } from '../markdown/system.ts';
import { isRecord, recordsIn } from '../records.ts';
import type { MkDocsConfig } from './config.ts';

/** What the i18n plugin (mkdocs-static-i18n) says about languages. */
export interface Languages {
  /** True for folders below the pages, `de/install.md`; false for endings, `install.de.md`. */
  inFolders: boolean;
  /** Signpost's code of the language that has no part in addresses. */
  standard: string;
  /** Spelling of each in addresses and folders, by code. */
  spellings: Map<string, string>;
  /** Titles of the menu in other words, and other menus, by code. */
  titles: Map<string, Map<string, string>>;
  menus: Map<string, unknown>;
}

/** The languages of a site; undefined where it has no such plugin. */
export function languagesOf(config: MkDocsConfig | undefined): Languages | undefined {
  const options = config?.plugins.get('i18n');
  if (!options) return undefined;
  const listed = recordsIn(options.languages).filter((one) => typeof one.locale === 'string');
  // Before its first version languages were fields.
  const older = isRecord(options.languages) ? Object.keys(options.languages).filter((name) => name !== 'default') : [];
  const names = listed.length > 0 ? listed.map((one) => String(one.locale)) : older;
  const chosen =
    listed.find((one) => one.default === true)?.locale ??
    options.default_language ??
    names[0] ??
    config?.locale ??
    'en';
  const standard = localeCode(String(chosen));
  const spellings = new Map([String(chosen), ...names].map((name) => [localeCode(name), name]));
  const titles = new Map<string, Map<string, string>>();
  const menus = new Map<string, unknown>();
  const translations = isRecord(options.nav_translations) ? options.nav_translations : {};
  for (const [code, spelling] of spellings) {
    const own = listed.find((one) => one.locale === spelling);
    const words = isRecord(own?.nav_translations) ? own.nav_translations : translations[spelling];
    if (isRecord(words)) titles.set(code, new Map(Object.entries(words).map(([from, to]) => [from, String(to)])));
    if (Array.isArray(own?.nav)) menus.set(code, own.nav);
  }
  return { inFolders: options.docs_structure === 'folder', standard, spellings, titles, menus };
}

/** The path of a page below the folder of pages, without its language. */
export function pathWithoutLanguage(
  page: Pick<Page, 'file' | 'root' | 'locale'>,
  languages: Languages | undefined,
): string {
  const path = page.file.slice(page.root ? page.root.length + 1 : 0);
  const spelling = languages?.spellings.get(page.locale);
  if (!languages || languages.inFolders || spelling === undefined) return path;
  const [, bare = path, suffix = '', ending = ''] = /^(.*)\.([\w-]+)(\.\w+)$/.exec(path) ?? [];
  return localeCode(suffix) === page.locale ? bare + ending : path;
}
