import { posix } from 'node:path';
import type { Page } from '../markdown/system.ts';
import type { DocusaurusConfig } from './config.ts';
import type { DocsInstance } from './versions.ts';

/** Names that begin like a day or a version keep their numbers. */
const likeDate = /^(?:\d{2}|\d{4})[-_.]\d{2}(?:[-_.](?:\d{2}|\d{4}))?|^\d+[-_.]\d+/;
const numbered = /^(\d+)\s*[-_.]+\s*([^-_.\s].*)$/;

/** `01-intro` -> `intro` with its place 1. */
export function withoutNumber(name: string): { name: string; place?: number } {
  const match = likeDate.test(name) ? null : numbered.exec(name);
  return match ? { name: match[2] ?? name, place: Number(match[1]) } : { name };
}

/** Where a page of documentation stands: its folders and its name as addresses and menus have them. */
export interface DocPlace {
  /** From the folder of the documentation, without numbers: `guides`. */
  folder: string;
  /** As menus name it: `guides/setup`. */
  id: string;
  /** Ids that older menus name it by. */
  otherIds: string[];
  /** The place that the number in its name gives it. */
  place?: number;
}

/** The path of a page below the folder of its collection. */
export function pathOf({ file, root }: Pick<Page, 'file' | 'root'>): string {
  return root ? file.slice(root.length + 1) : file;
}

/** Works out the place of a page of documentation from the path of its file below the folder. */
export function docPlace(page: Page, instance: DocsInstance): DocPlace {
  const path = pathOf(page).replace(/\.mdx?$/i, '');
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  const keeps = instance.keepsNumbers || page.front.parse_number_prefixes === false;
  const clean = (name: string): string => (keeps ? name : withoutNumber(name).name);
  const folder = parts.map(clean).join('/');
  const named =
    typeof page.front.id === 'string' || typeof page.front.id === 'number' ? String(page.front.id) : clean(last);
  return {
    folder,
    id: [folder, named].filter(Boolean).join('/'),
    otherIds: [path, [parts.join('/'), named].filter(Boolean).join('/'), named],
    place: keeps ? undefined : withoutNumber(last).place,
  };
}

/** The addresses of a page of documentation: with the base and the slashes of the site, then those that only links use. */
export function docAddresses(
  page: Page,
  instance: DocsInstance,
  config: DocusaurusConfig,
  localePrefix: string,
): { address: string; links: string[] } {
  const { folder, id } = docPlace(page, instance);
  const slug = slugOf(page, folder, id);
  const below = `${instance.route ? `/${instance.route}` : ''}${slug}`.replace(/\/{2,}/g, '/') || '/';
  const full = `${config.base}${localePrefix}${below.slice(1)}`;
  return {
    address: withSlash(full, config.trailingSlash),
    links: [below, `/${localePrefix}${below.slice(1)}`, slug, `${config.base}${slug.slice(1)}`, `/${pathOf(page)}`],
  };
}

/** The end of the address: as the page sets it, else from its folders and name; a folder's own page is the folder. */
function slugOf(page: Page, folder: string, id: string): string {
  const set = typeof page.front.slug === 'string' ? page.front.slug : undefined;
  if (set?.startsWith('/')) return set;
  if (set === undefined && isFolderPage(pathOf(page))) return folder ? `/${folder}/` : '/';
  return posix.join('/', folder, set ?? id.split('/').at(-1) ?? '');
}

/** `index`, `README`, or the name of the folder itself. */
export function isFolderPage(file: string): boolean {
  const parts = file.replace(/\.mdx?$/i, '').split('/');
  const last = withoutNumber(parts.at(-1) ?? '').name.toLowerCase();
  const folder = withoutNumber(parts.at(-2) ?? '').name.toLowerCase();
  return last === 'index' || last === 'readme' || (last === folder && folder !== '');
}

/** The address with or without a slash at its end, as the site has it. */
export function withSlash(address: string, trailingSlash: boolean | undefined): string {
  const bare = address.replace(/\/$/, '');
  if (bare === '') return '/';
  if (trailingSlash === undefined) return address;
  return trailingSlash ? `${bare}/` : bare;
}
