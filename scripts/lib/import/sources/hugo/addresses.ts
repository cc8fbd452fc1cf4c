import { posix } from 'node:path';
import { withoutSlashes } from '../dialect/paths.ts';
import type { Page } from '../markdown/system.ts';
import type { HugoConfig } from './config.ts';

/** The address of a page by Hugo's rules (gohugo.io/content-management/urls), below the base path of the site. */
export function hugoAddress(page: Page, config: HugoConfig, sections: ReadonlySet<string>): string {
  const url = page.front.url;
  const prefix = prefixOf(page.locale, config);
  if (typeof url === 'string' && url.trim()) {
    const path = url.startsWith('/') ? url : `${prefix}/${url}`;
    return finished(path, /\.\w+$/.test(path));
  }
  const pattern = page.isIndex ? undefined : config.permalinks.get(page.category);
  const isUgly = config.ugly === true || (typeof config.ugly === 'object' && config.ugly[page.category] === true);
  const own = pattern === undefined ? undefined : fromPattern(pattern, page, sections);
  const { slug } = page.fields;
  const parts = page.name.split('/');
  const name = slug && !page.isIndex ? [...parts.slice(0, -1), urlized(slug)].join('/') : page.name;
  const path = `${prefix}/${own ?? pathized(name)}`;
  return finished(isUgly && !page.isIndex ? `${path.replace(/\/$/, '')}.html` : path, isUgly && !page.isIndex);
}

/** The address of the list of what is in a section. */
export function sectionAddress(folder: string, locale: string, config: HugoConfig): string {
  return finished(`${prefixOf(locale, config)}/${pathized(folder)}`, false);
}

/** Old addresses that a page names: those without a slash begin in the folder that it is in. */
export function hugoAliases({ fields, name, locale }: Page, config: HugoConfig): string[] {
  const folder = posix.dirname(`/${name}`);
  const prefix = prefixOf(locale, config);
  const relative = fields.otherNames.map((alias) => prefix + posix.join(folder, alias));
  return [...fields.aliases.filter((alias) => alias !== fields.permalink), ...relative].map((alias) =>
    /^https?:/i.test(alias) || (config.base && alias.startsWith(`${config.base}/`)) ? alias : config.base + alias,
  );
}

function prefixOf(locale: string, { locale: usual = 'en', hasDefaultPrefix }: HugoConfig): string {
  return locale === usual && !hasDefaultPrefix ? '' : `/${locale}`;
}

function fromPattern(pattern: string, page: Page, sections: ReadonlySet<string>): string {
  const parts = page.name.split('/');
  const basename = pathized(parts.at(-1) ?? '');
  const title = urlized(page.fields.title ?? basename);
  const slug = page.fields.slug === undefined ? undefined : urlized(page.fields.slug);
  const above = parts
    .slice(0, -1)
    .filter((_, index) => index === 0 || sections.has(parts.slice(0, index + 1).join('/')))
    .map(pathized);
  const date =
    typeof page.front.date === 'string'
      ? page.front.date
      : page.front.date instanceof Date
        ? page.front.date.toISOString()
        : '';
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const places: Record<string, string> = {
    year,
    month,
    day,
    section: above[0] ?? '',
    title,
    slug: slug ?? title,
    contentbasename: basename,
    filename: basename,
    slugorcontentbasename: slug ?? basename,
    slugorfilename: slug ?? basename,
  };
  return pattern
    .replace(/:sections(?:\[(\d{0,3}):?(\d{0,3})\])?/g, (written, from: string | undefined, to: string | undefined) => {
      if (written === ':sections') return above.join('/');
      return above
        .slice(Number(from || 0), to ? Number(to) : written.includes(':', 1) ? undefined : Number(from) + 1)
        .join('/');
    })
    .replace(/:([a-z]+)/g, (written, name: string) => (Object.hasOwn(places, name) ? (places[name] ?? '') : written));
}

/** A path as Hugo writes it: in lower case, hyphens for spaces, without signs that addresses have a use for. */
function pathized(path: string): string {
  return path
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}/._#+~@-]/gu, '');
}

/** Words as Hugo writes them in an address: the same, each hyphen once. */
function urlized(words: string): string {
  return pathized(words)
    .replace(/[+#@~/]/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

function finished(path: string, isFile: boolean): string {
  const bare = withoutSlashes(path);
  return bare ? `/${encodeURI(bare)}${isFile ? '' : '/'}` : '/';
}
