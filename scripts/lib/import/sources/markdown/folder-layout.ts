import { isLocaleName, localeCode } from '../locale-code.ts';

/** What the path of a file says about the page in it. */
export interface PagePlace {
  file: string;
  locale: string;
  /** The folder of pages that it is in, as the system names it. */
  root: string;
  /** Path below the folder of its language, without ending: `user/profile`; '' for the home page. */
  name: string;
  /** First folder; '' for none. */
  category: string;
  /** The folders below it. */
  sections: string[];
  /** True for the page of a folder: `_index.md`, `index.md`. */
  isIndex: boolean;
}

/** One folder of pages. */
export interface PageFolder {
  /** From the top, without slashes at its ends; '' for the top itself. */
  path: string;
  /** Its language, when the system says so; else languages are found by folder names and file endings. */
  locale?: string;
  /** True when the folder's name is not a level of the site; false leaves it to `layoutOf` to find what all pages share. */
  exact?: boolean;
  /** A level of the site that its pages stand on, where that is not the name of the folder: `posts` for `_posts`. */
  level?: string;
}

/** What of a site's description decides about the places of its pages. */
export interface LayoutRules {
  /** Language of the pages that name none, as site.yaml writes it. */
  locale?: string;
  /** The folders that hold pages; a file in several belongs to the first. */
  folders: PageFolder[];
  /** Endings of pages in lower case, without a dot; `md` and `markdown` when left out. */
  endings?: string[];
  /** File names, without ending, of a folder's own page; `index` and `_index` when left out. */
  indexNames?: RegExp;
  /** What of a folder's or a file's name, without ending, is its name on the site: `01-intro` may be `intro`. */
  siteName?(name: string): string;
  /** File names, without ending, of pages that have a folder for themselves and their pictures, and its name. */
  bundleNames?: RegExp;
}

export interface Layout {
  /** Locale codes, the default one first. */
  locales: string[];
  placeOf(file: string): PagePlace;
}

/** The first of the folders of pages that a file is in. */
export function folderOf(file: string, folders: readonly PageFolder[]): PageFolder | undefined {
  return folders.find(({ path }) => path === '' || file.startsWith(`${path}/`));
}

/** Works out the place of each file of a site: see `layoutBelow`; a folder whose language is known keeps it. */
export function layoutOf(files: readonly string[], site: LayoutRules, wished: string | undefined): Layout {
  const layouts = site.folders.map((folder) => {
    const inside = files.filter((file) => folderOf(file, site.folders) === folder);
    return inside.length > 0 ? { folder, layout: layoutBelow(folder, inside, site, wished ?? site.locale) } : undefined;
  });
  const found = new Set(layouts.flatMap((one) => one?.layout.locales ?? []));
  return {
    locales: orderLocales([...found], wished ?? site.locale),
    placeOf(file) {
      const place = layouts.find((one) => one && one.folder === folderOf(file, site.folders))?.layout.placeOf(file);
      if (!place) throw new Error(`${file} is in none of the folders of pages`);
      return place;
    },
  };
}

/**
 * Works out how a tree is laid out: the folder that all articles share, and whether languages are folders
 * below it (`en/user/profile.md`), file endings (`profile.de.md`), or just one.
 */
function layoutBelow(
  folder: PageFolder,
  files: readonly string[],
  naming: LayoutRules,
  wished: string | undefined,
): Layout {
  const base = folder.exact ? (folder.path ? `${folder.path}/` : '') : sharedFolder(files);
  const below = files.map((file) => file.slice(base.length));
  const tops = new Set(below.map((file) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')));
  const byFolder = folder.locale === undefined && tops.size > 0 && [...tops].every(isLocaleName);
  // One shared folder named like a language, as in docs/en/…, is the language too.
  const shared = base.split('/').filter(Boolean).at(-1) ?? '';
  const only = folder.locale ?? wished ?? (isLocaleName(shared) && !byFolder ? localeCode(shared) : 'en');
  const ending = new RegExp(`\\.(?:${(naming.endings ?? ['md', 'markdown']).join('|')})$`, 'i');
  const index = naming.indexNames ?? /^_?index$/i;
  const suffixOf = (file: string): string | undefined => {
    const suffix = /\.([\w-]+)$/.exec(file.replace(ending, ''))?.[1];
    return folder.locale === undefined && suffix && isLocaleName(suffix) ? suffix : undefined;
  };
  const locales = byFolder
    ? [...tops].map(localeCode)
    : [...new Set(below.map((file) => localeCode(suffixOf(file) ?? only)))];
  return {
    locales,
    placeOf(file) {
      const parts = file.startsWith(base) ? file.slice(base.length).split('/') : [file.split('/').at(-1) ?? file];
      const locale =
        byFolder && parts.length > 1 ? localeCode(parts.shift() ?? only) : localeCode(suffixOf(file) ?? only);
      if (folder.level !== undefined) parts.unshift(folder.level);
      const suffix = suffixOf(file);
      const last = (parts.pop() ?? '').replace(ending, '');
      const written = suffix ? last.slice(0, -suffix.length - 1) : last;
      const bare = naming.siteName?.(written) ?? written;
      if (naming.siteName) parts.splice(0, parts.length, ...parts.map(naming.siteName));
      if (naming.bundleNames?.test(bare) && parts.length > 0) {
        const folders = parts.slice(0, -1);
        const place = { category: folders[0] ?? '', sections: folders.slice(1), isIndex: false };
        return { file, locale, root: folder.path, name: parts.join('/'), ...place };
      }
      const isIndex = index.test(bare);
      const name = isIndex ? parts.join('/') : [...parts, bare].join('/');
      return { file, locale, root: folder.path, name, category: parts[0] ?? '', sections: parts.slice(1), isIndex };
    },
  };
}

/** The longest folder that holds all files, with a closing slash; its last part stays when it is the only category. */
function sharedFolder(files: readonly string[]): string {
  let shared = files[0]?.split('/').slice(0, -1) ?? [];
  for (const file of files) {
    const parts = file.split('/').slice(0, -1);
    let length = 0;
    while (length < shared.length && shared[length] === parts[length]) length++;
    shared = shared.slice(0, length);
  }
  return shared.length > 0 ? `${shared.join('/')}/` : '';
}

function orderLocales(locales: string[], wished: string | undefined): string[] {
  const first = wished && locales.includes(wished) ? wished : locales.includes('en') ? 'en' : locales[0];
  return first === undefined ? [] : [first, ...locales.filter((locale) => locale !== first).sort()];
}
