import { isElsewhere } from '../dialect/paths.ts';
import { titleFromName, titleOf } from '../markdown/arrange.ts';
import type { NavigationEntry, Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import type { StarlightConfig } from './config.ts';
import { slugOfPage } from './slugs.ts';

/** Entries of a menu in one another at most. */
const deepest = 12;

/**
 * The menu of a language: entries that lead to a page by its path, groups, and groups made of all pages of a folder.
 * Undefined when the site has none of its own: all pages then stand in it by their folders.
 */
export function sidebarOf(
  config: StarlightConfig,
  code: string,
  pages: readonly Page[],
): NavigationEntry[] | undefined {
  const { sidebar, base } = config;
  if (!sidebar) return undefined;
  const locale = config.locales.find((one) => one.code === code) ?? config.locales[0];
  const prefix = locale?.folder ? `${locale.folder}/` : '';
  const below = (page: Page): string => {
    const slug = slugOfPage(page.file, page.front, config);
    return `${slug}/`.startsWith(prefix) ? slug.slice(prefix.length) : slug;
  };
  const bySlug = new Map(pages.map((page) => [below(page), page]));
  const lang = locale?.lang ?? '';
  const pageAt = (path: string): Page | undefined => {
    const inside = path.startsWith(base) ? path.slice(base.length) : path;
    const slug = inside
      .replace(/[?#].*/s, '')
      .replace(/^\/|\/$/g, '')
      .replace(/\.html$/, '')
      .replace(/(?:^|\/)index$/, '');
    return bySlug.get(slug) ?? (`${slug}/`.startsWith(prefix) ? bySlug.get(slug.slice(prefix.length)) : undefined);
  };
  const entries = (items: unknown, depth: number): NavigationEntry[] =>
    (Array.isArray(items) && depth < deepest ? (items as unknown[]) : []).flatMap((item): NavigationEntry[] => {
      if (typeof item === 'string') return leaf(pageAt(item));
      if (!isRecord(item)) return [];
      const title = labelOf(item, lang);
      const path = [item.slug, item.link].find((one) => typeof one === 'string');
      const page = typeof path === 'string' ? pageAt(path) : undefined;
      const automatic = isRecord(item.autogenerate) ? item.autogenerate.directory : undefined;
      const children =
        typeof automatic === 'string'
          ? folderEntries(automatic.replace(/^\/|\/$/g, ''), bySlug)
          : entries(item.items, depth + 1);
      // A page that is not translated is no link elsewhere: the default language stands in for it.
      if (children.length === 0 && !page && typeof path === 'string' && isElsewhere(path))
        return [{ title, elsewhere: path, children }];
      if (children.length === 0) return leaf(page, title);
      return title === undefined && !page ? children : [{ title, file: page?.file, children }];
    });
  const menu = entries(sidebar, 0);
  return menu.length > 0 ? menu : undefined;
}

function leaf(page: Page | undefined, title?: string): NavigationEntry[] {
  return page ? [{ title, file: page.file, children: [] }] : [];
}

/** `label`, in the language of the page when `translations` has it. */
function labelOf({ label, translations }: Record<string, unknown>, lang: string): string | undefined {
  const own = isRecord(translations) ? translations[lang] : undefined;
  const title = typeof own === 'string' ? own : label;
  return typeof title === 'string' && title.trim() ? title.trim() : undefined;
}

/** All pages below a folder, in the order that they ask for, then by name; folders in it are groups. */
function folderEntries(folder: string, bySlug: ReadonlyMap<string, Page>): NavigationEntry[] {
  const inside = [...bySlug].filter(([slug]) => folder === '' || slug === folder || slug.startsWith(`${folder}/`));
  const groups = new Map<string, { order: number; entries: NavigationEntry[] }>();
  for (const [slug, page] of inside) {
    if (isHidden(page)) continue;
    const [name = '', ...rest] = slug.slice(folder === '' ? 0 : folder.length + 1).split('/');
    const order = page.fields.order ?? Number.POSITIVE_INFINITY;
    const known = groups.get(name);
    if (rest.length > 0) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (!known || known.entries[0]?.children.length === 0)
        groups.set(name, {
          order: Math.min(order, known?.order ?? order),
          entries: [{ title: titleFromName(name), children: folderEntries(path, bySlug) }],
        });
      else known.order = Math.min(known.order, order);
    } else if (!known) {
      // The page of the folder itself stands first.
      const isOwn = name === '';
      groups.set(name, {
        order: isOwn ? Number.NEGATIVE_INFINITY : order,
        entries: [{ title: page.fields.shortTitle ?? titleOf(page), file: page.file, children: [] }],
      });
    }
  }
  return [...groups]
    .toSorted(([one, first], [other, second]) => compare(first.order, second.order) || (one < other ? -1 : 1))
    .flatMap(([, { entries }]) => entries);
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function isHidden({ front }: Page): boolean {
  return isRecord(front.sidebar) && front.sidebar.hidden === true;
}
