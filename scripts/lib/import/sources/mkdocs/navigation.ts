import { posix } from 'node:path';
import type { NavigationEntry, Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import type { Note } from '../source.ts';
import { cutAddress, endings } from './addresses.ts';
import type { FolderMenus } from './folder-menus.ts';
import { matchesName } from './path-patterns.ts';

/** The pages of one language, by their paths as menus name them: without the language. */
export class MenuPages {
  readonly #byPath = new Map<string, Page>();
  readonly #folders = new Map<string, Set<string>>();

  constructor(pages: readonly Page[], pathOf: (page: Page) => string) {
    for (const page of pages) {
      const path = pathOf(page);
      this.#byPath.set(path, page);
      const parts = path.split('/');
      for (let count = 0; count < parts.length; count += 1) {
        const folder = parts.slice(0, count).join('/');
        const children = this.#folders.get(folder) ?? new Set();
        children.add(parts.slice(0, count + 1).join('/'));
        this.#folders.set(folder, children);
      }
    }
  }

  find(path: string): Page | undefined {
    return this.#byPath.get(path);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /** What is right below a folder as MkDocs shows it: its own page, the others, then its folders. */
  below(folder: string): string[] {
    const rank = (path: string): number =>
      /(?:^|\/)(?:index|README)\.\w+$/.test(path) ? 0 : this.isFolder(path) ? 2 : 1;
    return [...(this.#folders.get(folder) ?? [])].sort(
      (one, other) => rank(one) - rank(other) || (one < other ? -1 : 1),
    );
  }
}

/** The menu of a site: as its configuration has it, else as its folders have it. */
export function menuOf(
  nav: unknown,
  pages: MenuPages,
  menus: FolderMenus,
): { entries: NavigationEntry[]; notes: Note[] } {
  const reader = new MenuReader(pages, menus);
  const entries = Array.isArray(nav) ? reader.list(nav, '') : reader.folder('');
  return { entries, notes: reader.notes };
}

class MenuReader {
  readonly notes: Note[] = [];
  readonly #pages: MenuPages;
  readonly #menus: FolderMenus;
  /** Folders whose menu is being read, so that two that name each other come to an end. */
  readonly #open = new Set<string>();

  constructor(pages: MenuPages, menus: FolderMenus) {
    this.#pages = pages;
    this.#menus = menus;
  }

  /** The entries of a list, which names pages and folders from `folder`; what it names is not shown again by `...`. */
  list(items: readonly unknown[], folder: string, above: ReadonlySet<string> = new Set()): NavigationEntry[] {
    const named = new Set([...above, ...items.flatMap((item) => this.#pathsIn(item, folder))]);
    return items.flatMap((item) => this.#item(item, undefined, folder, named));
  }

  folder(folder: string): NavigationEntry[] {
    if (this.#open.has(folder)) return [];
    this.#open.add(folder);
    const { nav } = this.#menus.of(folder);
    const entries = nav ? this.list(nav, folder) : this.#pages.below(folder).flatMap((path) => this.#path(path));
    this.#open.delete(folder);
    return entries;
  }

  #item(item: unknown, title: string | undefined, folder: string, named: Set<string>): NavigationEntry[] {
    if (Array.isArray(item)) {
      const children = this.list(item, folder, named);
      return children.length > 0 ? [{ title, children }] : [];
    }
    if (isRecord(item)) {
      if (
        Object.keys(item).some((key) =>
          /^(?:glob|ignore|sort|flatten_single_child_sections|append_unmatched)$/.test(key),
        )
      )
        return typeof item.glob === 'string' ? this.#item(item.glob, title, folder, named) : [];
      return Object.entries(item).flatMap(([name, value]) => this.#item(value, name, folder, named));
    }
    if (typeof item !== 'string') return [];
    if (/^[a-z][a-z0-9+.-]*:\/\/|^mailto:/i.test(item)) {
      this.notes.push({
        level: 'lost',
        kind: 'menu-link',
        detail: `the menu had a link to ${item.slice(0, 200)}${title ? ` (${title})` : ''}; links of menus are set in site.yaml`,
      });
      return [];
    }
    const isRest = item.startsWith('...');
    if (isRest || item.includes('*')) {
      const pattern = isRest ? (item.slice(3).split('|').at(-1)?.trim() ?? '') : item;
      const wanted = pattern.replace(/^(?:regex|glob)=/, '').replace(/\/$/, '');
      return this.#matching(wanted || '*', folder)
        .filter((path) => !named.has(path))
        .flatMap((path) => this.#path(path));
    }
    const path = posix.join('/', folder, cutAddress(item).path).slice(1).replace(/\/$/, '');
    return this.#path(path, title);
  }

  /** What a wildcard names; the part before its last slash is a folder. */
  #matching(pattern: string, folder: string): string[] {
    const slash = pattern.lastIndexOf('/');
    const inside = pattern.slice(0, Math.max(0, slash)).replace(/\*+/g, '');
    const name = pattern.slice(slash + 1).replace(/^\*\*$/, '*');
    return this.#pages
      .below(posix.join('/', folder, inside).slice(1).replace(/\/$/, ''))
      .filter((path) => matchesName(path.split('/').at(-1) ?? '', name));
  }

  #path(path: string, title?: string): NavigationEntry[] {
    const page = this.#pages.find(path) ?? endings.map((ending) => this.#pages.find(`${path}.${ending}`)).find(Boolean);
    if (page) return [{ title, file: page.file, children: [] }];
    const menu = this.#menus.of(path);
    if (!this.#pages.isFolder(path) || menu.hide) return [];
    const children = this.folder(path);
    return children.length > 0 ? [{ title: title ?? menu.title ?? folderTitle(path), children }] : [];
  }

  #pathsIn(item: unknown, folder: string): string[] {
    if (typeof item === 'string') return [posix.join('/', folder, item).slice(1).replace(/\/$/, '')];
    if (Array.isArray(item)) return item.flatMap((one: unknown) => this.#pathsIn(one, folder));
    return isRecord(item) ? Object.values(item).flatMap((one) => this.#pathsIn(one, folder)) : [];
  }
}

/** `getting-started` -> `Getting started`, and names with capitals as they are, as MkDocs shows them. */
function folderTitle(folder: string): string {
  const name = (folder.split('/').at(-1) ?? folder).replace(/[-_]/g, ' ');
  return name === name.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
