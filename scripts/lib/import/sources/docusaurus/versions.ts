import { localeCode } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { DocsOptions, DocusaurusConfig } from './config.ts';

/** The documentation that readers saw at the plain address, in all its languages. */
export interface DocsInstance extends DocsOptions {
  /** The version that is read; `current` for the files of the site itself. */
  version: string;
  /** Its folder in each language that it is written in, the site's own first, by the name of the locale. */
  folders: Map<string, string>;
  /** The file of its menu, where it has one. */
  menu: string | false | undefined;
  /** The folders of its other versions, with their names. */
  others: { folder: string; version: string }[];
}

/** Which version of a collection is the one at its plain address: the last one that was made, unless the site says otherwise. */
export async function instanceOf(tree: SourceTree, config: DocusaurusConfig, docs: DocsOptions): Promise<DocsInstance> {
  const { folder, locale, locales } = config;
  const at = (path: string): string => (folder ? `${folder}/${path}` : path);
  const prefix = docs.id === 'default' ? '' : `${docs.id}_`;
  const versions = await versionsIn(tree, at(`${prefix}versions.json`));
  const version = docs.lastVersion ?? versions[0] ?? 'current';
  const folderOf = (one: string): string =>
    one === 'current' ? docs.folder : at(`${prefix}versioned_docs/version-${one}`);
  const translated = (language: string, one: string): string =>
    at(
      `i18n/${language}/docusaurus-plugin-content-docs${docs.id === 'default' ? '' : `-${docs.id}`}/${one === 'current' ? 'current' : `version-${one}`}`,
    );
  const others = ['current', ...versions].filter((one) => one !== version);
  return {
    ...docs,
    version,
    folders: new Map([
      [locale, folderOf(version)],
      ...locales.filter((one) => one !== locale).map((one): [string, string] => [one, translated(one, version)]),
    ]),
    menu: version === 'current' ? docs.sidebar : at(`${prefix}versioned_sidebars/version-${version}-sidebars.json`),
    others: others.flatMap((one) => [
      { folder: folderOf(one), version: one },
      ...locales.map((language) => ({ folder: translated(language, one), version: one })),
    ]),
  };
}

async function versionsIn(tree: SourceTree, file: string): Promise<string[]> {
  try {
    const value: unknown = JSON.parse((await tree.text(file)) ?? '[]');
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    // A list that cannot be read leaves the files of the site itself.
    return [];
  }
}

/** The folders of an instance with the language that Signpost gives them. */
export function pageFolders(instance: DocsInstance): { path: string; locale: string; exact: true }[] {
  return [...instance.folders].map(([locale, path]) => ({ path, locale: localeCode(locale), exact: true }));
}
