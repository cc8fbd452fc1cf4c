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
    const written = parsed((await tree.text(file)) ?? '');
    const whole = await withParts(written, posix.dirname(file), { tree, left: mostParts }, 0);
    const settings = isRecord(whole) ? whole : {};
    const isTold =
      file.endsWith('mint.json') || String(settings.$schema).includes('mintlify') || isRecord(settings.colors);
    if (isTold && typeof settings.navigation === 'object' && settings.navigation) return configOf(file, settings, tree);
  }
  return undefined;
}

function parsed(text: string): RawRecord {
  const value = parsedAny(text);
  // Another file of this name, or a broken one: then it is a folder of Markdown.
  return isRecord(value) ? value : {};
}

function parsedAny(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Files that settings are put together from, and how deep they and their lists may go. */
const mostParts = 200;
const deepest = 60;

/** Settings with other files put in where they are named: `{ "$ref": "./fr.json" }`. */
async function withParts(
  value: unknown,
  folder: string,
  files: { tree: SourceTree; left: number },
  depth: number,
): Promise<unknown> {
  if (depth > deepest) return undefined;
  const inner = (one: unknown): Promise<unknown> => withParts(one, folder, files, depth + 1);
  if (Array.isArray(value)) return Promise.all((value as unknown[]).map(inner));
  if (!isRecord(value)) return value;
  const { $ref: part, ...own } = value;
  const entries = await Promise.all(
    Object.entries(own).map(async ([name, one]): Promise<[string, unknown]> => [name, await inner(one)]),
  );
  const path = typeof part === 'string' ? posix.join(folder, part) : undefined;
  if (path === undefined || files.left <= 0) return Object.fromEntries(entries);
  files.left -= 1;
  const found = parsedAny((await files.tree.text(path)) ?? '');
  const read = await withParts(found, posix.dirname(path), files, depth + 1);
  return isRecord(read) ? { ...read, ...Object.fromEntries(entries) } : read;
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
