import { isLocaleName, localeCode } from '../locale-code.ts';

/** What the path of a file says about the page in it. */
export interface PagePlace {
  file: string;
  locale: string;
  /** Path below the folder of its language, without ending: `user/profile`; '' for the home page. */
  name: string;
  /** First folder; '' for none. */
  category: string;
  /** The folders below it. */
  sections: string[];
  /** True for the page of a folder: `_index.md`, `index.md`. */
  isIndex: boolean;
}

export interface Layout {
  /** Locale codes, the default one first. */
  locales: string[];
  placeOf(file: string): PagePlace;
}

/**
 * Works out how a tree is laid out: the folder that all articles share, and whether languages are folders
 * below it (`en/user/profile.md`), file endings (`profile.de.md`), or just one.
 */
export function layoutOf(files: string[], wished: string | undefined): Layout {
  const base = sharedFolder(files);
  const below = files.map((file) => file.slice(base.length));
  const tops = new Set(below.map((file) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')));
  const byFolder = tops.size > 0 && [...tops].every(isLocaleName);
  // One shared folder named like a language, as in docs/en/…, is the language too.
  const shared = base.split('/').filter(Boolean).at(-1) ?? '';
  const only = wished ?? (isLocaleName(shared) && !byFolder ? localeCode(shared) : 'en');
  const suffixOf = (file: string): string | undefined => {
    const suffix = /\.([\w-]+)\.(?:md|markdown)$/i.exec(file)?.[1];
    return suffix && isLocaleName(suffix) ? suffix : undefined;
  };
  const locales = byFolder
    ? [...tops].map(localeCode)
    : [...new Set(below.map((file) => localeCode(suffixOf(file) ?? only)))];
  return {
    locales: orderLocales(locales, wished),
    placeOf(file) {
      const parts = file.startsWith(base) ? file.slice(base.length).split('/') : [file.split('/').at(-1) ?? file];
      const locale =
        byFolder && parts.length > 1 ? localeCode(parts.shift() ?? only) : localeCode(suffixOf(file) ?? only);
      const last = (parts.pop() ?? '')
        .replace(/\.(md|markdown)$/i, '')
        .replace(/\.([\w-]+)$/, (whole, suffix: string) => (isLocaleName(suffix) ? '' : whole));
      const isIndex = /^_?index$/i.test(last);
      const name = isIndex ? parts.join('/') : [...parts, last].join('/');
      return { file, locale, name, category: parts[0] ?? '', sections: parts.slice(1), isIndex };
    },
  };
}

/** The longest folder that holds all files, with a closing slash; its last part stays when it is the only category. */
function sharedFolder(files: string[]): string {
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
