import { posix } from 'node:path';
import { isElsewhere } from '../dialect/paths.ts';
import { titleFromName } from '../markdown/arrange.ts';
import type { NavigationEntry } from '../markdown/system.ts';
import { isRecord, recordsIn } from '../records.ts';
import { linkKey } from './addresses.ts';
import type { SiteLocale } from './config.ts';

/** The file of the page that a link leads to. */
export type FileOf = (link: string) => string | undefined;

/** Entries of a menu in one another at most. */
const deepest = 12;

/**
 * The menu of a language. With one sidebar its groups are the groups; with one for each part of the site each is a
 * group, named as the bar at the top of the page names the part, and its own groups stand in it.
 */
export function menuOf(
  locale: SiteLocale,
  others: readonly SiteLocale[],
  fileOf: FileOf,
): NavigationEntry[] | undefined {
  const { sidebar } = locale.theme;
  const nav = locale.theme.nav ?? locale.theme.navbar;
  const home = locale.folder === '' ? '/' : `/${locale.folder}/`;
  if (Array.isArray(sidebar)) return withPages(entriesOf(sidebar, home, fileOf));
  if (!isRecord(sidebar)) return undefined;
  const foreign = others
    .filter(({ folder }) => folder !== locale.folder && folder !== '')
    .map(({ folder }) => `/${folder}/`);
  const seen = new Set<string>();
  const parts = Object.entries(sidebar).flatMap(([path, value]) => {
    const prefix = `/${path}/`.replace(/\/{2,}/g, '/');
    const isOther = locale.folder === '' ? foreign.some((one) => prefix.startsWith(one)) : !prefix.startsWith(home);
    const items = isRecord(value) ? value.items : value;
    const base = isRecord(value) && typeof value.base === 'string' ? value.base : prefix;
    if (isOther || !Array.isArray(items)) return [];
    const children = entriesOf(items, base, fileOf);
    const same = JSON.stringify(children);
    if (children.length === 0 || seen.has(same)) return [];
    seen.add(same);
    return [{ prefix, children }];
  });
  const [only] = parts;
  if (parts.length <= 1) return only && withPages(only.children);
  return withPages(
    parts.flatMap(({ prefix, children }): NavigationEntry[] => {
      const title =
        navTitle(nav, prefix) ?? (prefix === home ? undefined : titleFromName(prefix.split('/').at(-2) ?? ''));
      return title === undefined ? children : [{ title, children }];
    }),
  );
}

function withPages(menu: NavigationEntry[]): NavigationEntry[] | undefined {
  return menu.length > 0 ? menu : undefined;
}

/** Items as VitePress (`text`, `link`, `items`), VuePress (`title`, `path`, `children`, `[link, text]`) and Hope have them. */
function entriesOf(items: unknown, base: string, fileOf: FileOf, depth = 0): NavigationEntry[] {
  if (!Array.isArray(items) || depth > deepest) return [];
  return (items as unknown[]).flatMap((item): NavigationEntry[] => {
    if (typeof item === 'string') return entry(undefined, item, base, [], fileOf);
    if (Array.isArray(item)) {
      const [link, title] = item as unknown[];
      return typeof link === 'string' ? entry(textOf(title), link, base, [], fileOf) : [];
    }
    if (!isRecord(item)) return [];
    const title = textOf(item.text) ?? textOf(item.title) ?? textOf(item.label);
    const own = textOf(item.base);
    const prefix = textOf(item.prefix);
    const inner = own ?? (prefix === undefined ? base : joined(base, prefix));
    const children = entriesOf([item.items, item.children].find(Array.isArray), inner, fileOf, depth + 1);
    const link = textOf(item.link) ?? textOf(item.path);
    return entry(title, link, own ?? base, children, fileOf);
  });
}

/** A group without a title is only there to part others. */
function entry(
  title: string | undefined,
  link: string | undefined,
  base: string,
  children: NavigationEntry[],
  fileOf: FileOf,
): NavigationEntry[] {
  const file =
    link === undefined ? undefined : [joined(base, link), posix.join(base, link), `/${link}`].map(fileOf).find(Boolean);
  if (children.length > 0 && title === undefined && file === undefined) return children;
  if (children.length > 0 || file !== undefined) return [{ title, file, children }];
  return link !== undefined && isElsewhere(link) ? [{ title, elsewhere: link, children }] : [];
}

function joined(base: string, link: string): string {
  return link.startsWith('/') ? link : `${base.slice(0, base.lastIndexOf('/') + 1)}${link.replace(/^\.\//, '')}`;
}

/** What the bar at the top calls the part of the site below a path. */
function navTitle(nav: unknown, prefix: string, depth = 0): string | undefined {
  if (depth > deepest) return undefined;
  for (const item of recordsIn(nav)) {
    const link = textOf(item.link);
    const title = textOf(item.text);
    if (link !== undefined && title && (`${linkKey(link)}/`.startsWith(prefix) || prefix === `${linkKey(link)}/`))
      return title;
    const inner = navTitle(item.items ?? item.children, prefix, depth + 1);
    if (inner !== undefined) return title && recordsIn(item.items ?? item.children).length === 1 ? title : inner;
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim()
    ? value
        .replace(/<[^<>]{0,200}>/g, '')
        .replace(/\s+/g, ' ')
        .trim() || undefined
    : undefined;
}
