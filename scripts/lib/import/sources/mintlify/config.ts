import { posix } from 'node:path';
import { isLocaleName, localeCode } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { isRecord, type RawRecord, recordsIn } from '../records.ts';

/** What the settings of a Mintlify site say. */
export interface MintlifyConfig {
  /** The folder of its pages; '' for the top. */
  root: string;
  name?: string;
  origin?: string;
  navigation: unknown;
  /** Tabs of older settings: the groups whose pages are below `url` stand in them. */
  tabs: RawRecord[];
  /** Languages by the folder that their pages are in; the default one first, '' if it has none. */
  locales: { folder: string; code: string; navigation: unknown }[];
  redirects: [string, string][];
  variables: RawRecord;
}

/** Reads `docs.json` or the older `mint.json`; of several sites the one nearest to the top. */
export async function readMintlifyConfig(tree: SourceTree): Promise<MintlifyConfig | undefined> {
  const files = tree.files.filter((file) => /(?:^|\/)(?:docs|mint)\.json$/.test(file));
  for (const file of files.toSorted((one, other) => one.split('/').length - other.split('/').length)) {
    const settings = parsed((await tree.text(file)) ?? '');
    const isTold =
      file.endsWith('mint.json') || String(settings.$schema).includes('mintlify') || isRecord(settings.colors);
    if (isTold && typeof settings.navigation === 'object' && settings.navigation) return configOf(file, settings, tree);
  }
  return undefined;
}

function parsed(text: string): RawRecord {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    // Another file of this name, or a broken one: then it is a folder of Markdown.
    return {};
  }
}

function configOf(file: string, settings: RawRecord, tree: SourceTree): MintlifyConfig {
  const root = posix.dirname(file) === '.' ? '' : posix.dirname(file);
  const { navigation } = settings;
  const metatags = isRecord(settings.seo) && isRecord(settings.seo.metatags) ? settings.seo.metatags : {};
  const address = [metatags.canonical, metatags['og:url']].find((one) => typeof one === 'string' && URL.canParse(one));
  const languages = recordsIn(isRecord(navigation) ? navigation.languages : undefined).flatMap((one) =>
    typeof one.language === 'string' && isLocaleName(one.language)
      ? [{ name: one.language, navigation: one, isDefault: one.default === true }]
      : [],
  );
  return {
    root,
    name: typeof settings.name === 'string' ? settings.name : undefined,
    origin: typeof address === 'string' ? new URL(address).origin : undefined,
    navigation,
    tabs: recordsIn(settings.tabs),
    locales: languages
      .toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault))
      .map(({ name, navigation: own }) => ({
        folder: tree.files.some((one) => one.startsWith(`${posix.join(root, name)}/`)) ? name : '',
        code: localeCode(name),
        navigation: own,
      })),
    redirects: recordsIn(settings.redirects).flatMap(({ source, destination }): [string, string][] =>
      typeof source === 'string' && typeof destination === 'string' && !/[:*]/.test(source)
        ? [[source, destination]]
        : [],
    ),
    variables: isRecord(settings.variables) ? settings.variables : {},
  };
}
