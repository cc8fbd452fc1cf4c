import { slugOf } from '../../../naming/slug.ts';
import type { Note, SourceCategory } from '../source.ts';
import type { MarkdownSite, NavigationEntry, Page } from './system.ts';

/** Where an article stands: its category, the heading within it, and its place. */
interface Shelf {
  category: string;
  section?: string;
  order?: number;
}

export interface Shelves {
  categories: SourceCategory[];
  /** What of the menu does not come over. */
  notes: Note[];
  of(page: Page): Shelf;
}

/** Places between two entries of a menu, so that a new article fits in. */
const STEP = 10;

/** Puts the pages into categories and sections: by the menu of the old site where there is one, else by their folders. */
export function arrange(site: MarkdownSite, pages: Page[], locales: readonly string[]): Shelves {
  const categories = new Map<string, SourceCategory>();
  const shelves = new Map<Page, Shelf>();
  const elsewhere = new Set<string>();
  for (const locale of locales) {
    const inside = pages.filter((page) => page.locale === locale);
    const menu = site.navigation?.(locale, inside);
    if (menu) arrangeByMenu(ownEntries(menu, elsewhere), inside, locale, categories, shelves);
    arrangeByFolder(site, inside, pages, categories, shelves);
  }
  return {
    categories: [...categories.values()],
    notes: [...elsewhere].map((detail) => ({ level: 'lost', kind: 'menu-entry-dropped', detail })),
    of: (page) => shelves.get(page) ?? { category: page.category || 'general' },
  };
}

/** The entries that stand for pages here; the others are put into words. */
function ownEntries(menu: NavigationEntry[], elsewhere: Set<string>): NavigationEntry[] {
  return menu.flatMap((entry) => {
    if (entry.elsewhere !== undefined && entry.file === undefined)
      elsewhere.add(
        `the menu led to ${entry.elsewhere.slice(0, 200)}${entry.title ? ` (${entry.title.slice(0, 80)})` : ''}; here no article stands for it`,
      );
    const children = ownEntries(entry.children, elsewhere);
    return entry.file === undefined && children.length === 0 ? [] : [{ ...entry, children }];
  });
}

/**
 * Groups of the menu become categories, groups within them sections. A menu without groups only gives the order.
 * A single group around everything is the site itself, so what is in it counts.
 */
function arrangeByMenu(
  menu: NavigationEntry[],
  pages: Page[],
  locale: string,
  categories: Map<string, SourceCategory>,
  shelves: Map<Page, Shelf>,
): void {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const groups = menu.filter(({ children }) => children.length > 0);
  const [only] = groups;
  if (groups.length === 1 && only?.children.some(({ children }) => children.length > 0))
    return arrangeByMenu(
      [...menu.filter((entry) => entry !== only), ...(only.file ? [{ ...only, children: [] }] : []), ...only.children],
      pages,
      locale,
      categories,
      shelves,
    );
  let place = 0;
  const put = (entry: NavigationEntry, shelf: Shelf): void => {
    const page = entry.file === undefined ? undefined : byFile.get(entry.file);
    if (!page || shelves.has(page)) return;
    place += STEP;
    shelves.set(page, { ...shelf, order: place });
    // What the page calls itself is what its readers saw above the text.
    if (page.heading === undefined) page.fields.title ??= entry.title;
  };
  const putAll = (entries: NavigationEntry[], shelf: Shelf): void => {
    for (const entry of entries) {
      const inner =
        entry.children.length > 0 && entry.title
          ? { ...shelf, section: [shelf.section, entry.title].filter(Boolean).join(' – ') }
          : shelf;
      put(entry, inner);
      putAll(entry.children, inner);
    }
  };
  for (const [index, entry] of menu.entries()) {
    if (entry.children.length === 0) continue;
    const title = entry.title ?? titleOf(byFile.get(entry.file ?? '')) ?? 'General';
    const key = slugOf(entry.key ?? title) || `group-${index + 1}`;
    const category = categories.get(`${locale}/${key}`) ?? {
      key,
      locale,
      title,
      description: entry.description,
      order: (index + 1) * STEP,
      aliases: [],
    };
    categories.set(`${locale}/${key}`, category);
    category.aliases.push(...listAddresses(entry));
    put(entry, { category: key });
    putAll(entry.children, { category: key });
  }
  // Pages outside all groups keep their folder's category; places count as those of the groups among them.
  for (const [index, entry] of menu.entries()) {
    const page = entry.file === undefined ? undefined : byFile.get(entry.file);
    if (entry.children.length > 0 || !page || shelves.has(page)) continue;
    page.fields.order ??= (index + 1) * STEP;
  }
}

/** The addresses of the lists of a group and of those within it, which have no page of their own here. */
function listAddresses({ aliases = [], children }: NavigationEntry): string[] {
  return [...aliases, ...children.flatMap(listAddresses)];
}

/** The first folder is the category and deeper ones are the section; a folder's own page gives their titles. */
function arrangeByFolder(
  site: MarkdownSite,
  pages: Page[],
  all: Page[],
  categories: Map<string, SourceCategory>,
  shelves: Map<Page, Shelf>,
): void {
  const names = [...new Set(all.map((page) => page.category))].sort();
  for (const page of pages) {
    if (shelves.has(page)) continue;
    const { category, locale } = page;
    const key = category || 'general';
    shelves.set(page, { category: key, section: sectionTitle(site, page, pages), order: page.fields.order });
    if (categories.has(`${locale}/${key}`)) continue;
    const own = pages.find((other) => other.isIndex && other.category === category && other.sections.length === 0);
    const info = category ? site.folderInfo?.(category, locale) : undefined;
    categories.set(`${locale}/${key}`, {
      key,
      locale,
      title: own?.fields.title ?? info?.title ?? own?.heading ?? (category ? titleFromName(category) : 'General'),
      description: own?.fields.description ?? info?.description,
      slug: undefined,
      order: own?.fields.order ?? info?.order ?? (category ? (names.indexOf(category) + 1) * STEP : 0),
      // A folder's page with text is an article, and has the address itself.
      aliases: own?.body.trim() ? [] : (info?.aliases ?? []),
    });
  }
}

/** The title of the section folder: of its own page when it has one, else its name. */
function sectionTitle(site: MarkdownSite, page: Page, pages: Page[]): string | undefined {
  if (page.sections.length === 0 || page.isIndex) return undefined;
  const folder = [page.category, ...page.sections].join('/');
  const own = pages.find((other) => other.name === folder);
  return (
    own?.fields.title ??
    site.folderInfo?.(folder, page.locale)?.title ??
    own?.heading ??
    page.sections.map(titleFromName).join(' – ')
  );
}

/** The title of a page as its readers saw it; undefined for one that has only its file name. */
export function titleOf(page: Page | undefined): string | undefined {
  return page?.fields.title ?? page?.heading;
}

/** `Payments-and-Invoices` -> `Payments and Invoices`; `getting_started` -> `Getting started`. */
export function titleFromName(name: string): string {
  const words = name
    .replace(/\.\w+$/i, '')
    .replace(/[-_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
