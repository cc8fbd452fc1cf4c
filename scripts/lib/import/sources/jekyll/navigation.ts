import type { NavigationEntry, Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import type { JekyllConfig } from './config.ts';
import { bareAddress, permalinkOf } from './permalinks.ts';
import type { SiteFile } from './site-files.ts';

/** Names of data files that hold a menu. */
const menuNames =
  /^(?:.*[-_])?(?:nav|navigation|navbar|side[-_]?bars?|menus?|toc|contents?|tree|docs?|documentation|guides?|help)(?:[-_].*)?$/i;
/** Most levels of a menu. */
const deepest = 8;
const titleNames = ['title', 'name', 'label', 'text', 'section', 'group', 'header', 'heading', 'category'];
const addressNames = ['url', 'link', 'path', 'href', 'page', 'file', 'doc', 'permalink', 'slug', 'id'];

/**
 * The menu of a site: of its data files (`navigation.yml`, `sidebars/*.yml` and the like, in the forms of all themes),
 * else of the parents that pages name. Undefined when there is neither.
 */
export function navigationOf(
  config: JekyllConfig,
  data: Record<string, unknown>,
  files: ReadonlyMap<string, SiteFile>,
  pages: Page[],
): NavigationEntry[] | undefined {
  const byAddress = new Map<string, string>();
  for (const [file, one] of files) {
    const basename = one.below.split('/').at(-1) ?? one.below;
    for (const address of [permalinkOf(one, config) ?? '', one.path, one.below, `${one.collection ?? ''}/${one.below}`])
      if (!byAddress.has(bareAddress(address))) byAddress.set(bareAddress(address), file);
    if (!byAddress.has(`*${basename.toLowerCase()}`)) byAddress.set(`*${basename.toLowerCase()}`, file);
  }
  const inside = new Set(pages.map(({ file }) => file));
  const find = (address: string, isBare: boolean): string | undefined => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !(config.origin && address.startsWith(config.origin))) return undefined;
    const path = bareAddress(address.replace(config.origin ?? '\0', '').replace(/^\{\{[^}]*\}\}/, ''));
    const base = bareAddress(config.base);
    const below = base && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
    const file = byAddress.get(path) ?? byAddress.get(below) ?? (isBare ? byAddress.get(`*${below}`) : undefined);
    return file !== undefined && inside.has(file) ? file : undefined;
  };
  const menus = Object.entries(data)
    .filter(([name]) => menuNames.test(name))
    .flatMap(([, value]) => listsIn(value, 0))
    .map((list) => entriesOf(list, find, 0))
    .map((entries) => ({ entries, count: countPages(entries) }))
    .filter(({ count }) => count > 0)
    // The menu of all pages counts before a row of links at the top.
    .sort((one, other) => other.count - one.count);
  if (menus.length > 0) return menus.flatMap(({ entries }) => entries);
  return parentsMenu(pages);
}

/** The lists of a data file: itself, or those below its names (`main`, `docs`). */
function listsIn(value: unknown, depth: number): unknown[][] {
  if (Array.isArray(value)) return [value];
  if (!isRecord(value) || depth > 4) return [];
  return Object.values(value).flatMap((one) => listsIn(one, depth + 1));
}

type Find = (address: string, isBare: boolean) => string | undefined;

function entriesOf(list: unknown[], find: Find, depth: number): NavigationEntry[] {
  return list.flatMap((one): NavigationEntry[] => {
    if (typeof one === 'string') {
      const file = find(one, true);
      return file === undefined ? [] : [{ file, children: [] }];
    }
    if (!isRecord(one) || depth > deepest) return [];
    const text = (names: string[]): string | undefined =>
      names.map((name) => one[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '');
    const address = text(addressNames);
    const children = Object.values(one).flatMap((value) =>
      Array.isArray(value) ? entriesOf(value, find, depth + 1) : [],
    );
    const file = address === undefined ? undefined : find(address, false);
    // Just the name of what follows in the same list: `- title: Sidebar`, with everything in it.
    return file === undefined && children.length === 0 ? [] : [{ title: text(titleNames), file, children }];
  });
}

function countPages(entries: NavigationEntry[]): number {
  return entries.reduce((sum, { file, children }) => sum + (file === undefined ? 0 : 1) + countPages(children), 0);
}

/** The menu that pages make by naming their parents, as Just the Docs has it. */
function parentsMenu(pages: Page[]): NavigationEntry[] | undefined {
  if (!pages.some(({ fields }) => fields.parent !== undefined)) return undefined;
  const listed = pages.filter(({ front, fields }) => front.nav_exclude !== true && fields.title !== undefined);
  const place = ({ front, fields }: Page): [number, string] => [
    fields.order ?? (typeof front.nav_order === 'string' ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE),
    `${typeof front.nav_order === 'string' ? front.nav_order : ''}${fields.title ?? ''}`,
  ];
  const ordered = listed.toSorted((one, other) => {
    const [[order, name], [nextOrder, nextName]] = [place(one), place(other)];
    return order - nextOrder || name.localeCompare(nextName, 'en');
  });
  const byTitle = Map.groupBy(ordered, ({ fields }) => fields.title ?? '');
  const byParent = Map.groupBy(ordered, ({ fields }) => fields.parent ?? '');
  const tops = ordered.filter(({ fields }) => fields.parent === undefined || !byTitle.has(fields.parent));
  const entry = (page: Page, seen: ReadonlySet<Page>): NavigationEntry => {
    const title = page.fields.title ?? '';
    const isOnly = byTitle.get(title)?.length === 1;
    const below = (byParent.get(title) ?? []).filter(
      (child) => !seen.has(child) && (isOnly || isBelow(child, page)) && seen.size < deepest,
    );
    return { title, file: page.file, children: below.map((child) => entry(child, new Set([...seen, child]))) };
  };
  return tops.map((page) => entry(page, new Set([page])));
}

/** Of several pages with the title of its parent a page is below the one that its grandparent tells. */
function isBelow({ fields, front }: Page, above: Page): boolean {
  const further = fields.grandParent ?? (typeof front.ancestor === 'string' ? front.ancestor : undefined);
  return further === undefined || above.fields.parent === further;
}
