import { posix } from 'node:path';
import { readStaticConfig } from '../dialect/static-config.ts';
import { titleFromName } from '../markdown/arrange.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { NavigationEntry } from '../markdown/system.ts';
import { isRecord, type RawRecord } from '../records.ts';

/** The `_meta` files of a site by their folder, with the language behind it: `content/guide`, `pages/guide#de`. */
export type Metas = ReadonlyMap<string, RawRecord>;

export const metaFile = /^(.*\/)?_meta(?:\.([a-z]{2}(?:-[A-Za-z]+)?))?\.(?:json|[jt]sx?)$/;

/** Folders in one another at most. */
const deepest = 20;

export async function readMetas(tree: SourceTree): Promise<Metas> {
  const metas = new Map<string, RawRecord>();
  for (const file of tree.files) {
    const [whole, folder = '', locale] = metaFile.exec(file) ?? [];
    if (whole === undefined) continue;
    const config = await readStaticConfig(tree, file);
    if (isRecord(config?.main))
      metas.set(folder.replace(/\/$/, '') + (locale ? `#${locale.toLowerCase()}` : ''), config.main);
  }
  return metas;
}

/**
 * The menu of a folder: what its `_meta` names, in that order, then the rest by name. What follows a separator with a
 * title is a group.
 */
export function menuOfFolder(
  folder: string,
  pages: readonly string[],
  metas: Metas,
  locale: string,
  depth = 0,
): NavigationEntry[] {
  if (depth > deepest) return [];
  const inside = pages.filter((file) => folder === '' || file.startsWith(`${folder}/`));
  const names = new Map<string, string[]>();
  for (const file of inside) {
    const [name = '', ...rest] = posix.relative(folder, file).split('/');
    const key = rest.length > 0 ? name : name.replace(/(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/, '');
    names.set(key, [...(names.get(key) ?? []), file]);
  }
  const meta = metas.get(`${folder}#${locale}`) ?? metas.get(folder) ?? {};
  const order = [
    ...Object.keys(meta).filter((key) => key !== '*'),
    ...[...names.keys()].filter((key) => !(key in meta)).sort(),
  ];
  const menu: NavigationEntry[] = [];
  let group: NavigationEntry | undefined;
  for (const key of order) {
    const value = meta[key];
    const about: RawRecord = isRecord(value) ? value : { title: value };
    const title = typeof about.title === 'string' ? about.title : undefined;
    if (about.type === 'separator') {
      group = title === undefined ? undefined : { title, children: [] };
      if (group) menu.push(group);
      continue;
    }
    const files = names.get(key) ?? [];
    const own = files.find((file) => posix.dirname(file) === (folder || '.'));
    const below = posix.join(folder, key);
    const children = files.some((file) => file !== own) ? menuOfFolder(below, pages, metas, locale, depth + 1) : [];
    if (own === undefined && children.length === 0) continue;
    const page =
      /^page\.\w+$/.test(posix.basename(children[0]?.file ?? '')) && children.length === 1 ? children[0] : undefined;
    const entry = page
      ? { title, file: page.file, children: [] }
      : { title: title ?? (children.length > 0 ? titleFromName(key) : undefined), file: own, children };
    (group?.children ?? menu).push(entry);
  }
  return menu.filter(({ file, children }) => file !== undefined || children.length > 0);
}
