import { posix } from 'node:path';
import type { Page } from '../markdown/system.ts';
import { isRecord } from '../records.ts';
import type { Note } from '../source.ts';
import { inside, type MkDocsConfig } from './config.ts';

/** Endings of the pages of MkDocs. */
export const endings = ['md', 'markdown', 'mdown', 'mkdn', 'mkd'];
const ending = new RegExp(`\\.(?:${endings.join('|')})$`, 'i');

/** How the addresses of a site are made. */
export interface AddressRules {
  /** Path below which it was published, with slashes at both ends. */
  base: string;
  directoryUrls: boolean;
}

/** `setup/install.md` -> `/docs/setup/install/`; `index.md` and `README.md` are the page of their folder. */
export function addressOf(path: string, { base, directoryUrls }: AddressRules): string {
  const bare = path.replace(ending, '');
  const [, folder = '', name = bare] = /^(.*\/)?([^/]*)$/.exec(bare) ?? [];
  const isIndex = name === 'index' || name === 'README';
  if (isIndex) return encodeURI(`${base}${folder}`);
  return encodeURI(directoryUrls ? `${base}${bare}/` : `${base}${bare}.html`);
}

/** Old addresses that the redirects plugin sent to pages, by the path of the page below the folder of pages. */
export function redirectsOf(config: MkDocsConfig | undefined): { byPage: Map<string, string[]>; notes: Note[] } {
  const maps = config?.plugins.get('redirects')?.redirect_maps;
  const byPage = new Map<string, string[]>();
  const notes: Note[] = [];
  if (!config || !isRecord(maps)) return { byPage, notes };
  for (const [from, to] of Object.entries(maps)) {
    if (typeof to !== 'string') continue;
    if (/^[a-z][a-z0-9+.-]*:/i.test(to)) {
      notes.push({
        level: 'lost',
        kind: 'redirect-elsewhere',
        detail: `${from.slice(0, 120)} led to ${to.slice(0, 200)}, another site; here no page stands for it`,
      });
      continue;
    }
    const page = pageOf(to);
    const address = ending.test(from) ? addressOf(from, config) : encodeURI(config.base + from.replace(/^\/+/, ''));
    byPage.set(page, [...(byPage.get(page) ?? []), address]);
  }
  return { byPage, notes };
}

/** An address without what stands behind `?` and `#`, and that. */
export function cutAddress(address: string): { path: string; rest: string } {
  const at = address.search(/[?#]/);
  return at === -1 ? { path: address, rest: '' } : { path: address.slice(0, at), rest: address.slice(at) };
}

/** The file of a redirect's target: without anchor, with the ending that it may lack. */
function pageOf(target: string): string {
  const path = posix.join('/', cutAddress(target).path).slice(1);
  return ending.test(path) || !path.endsWith('/') ? path : `${path}index.md`;
}

/** What an address in raw HTML, which nothing rewrote, means from the file of its page: browsers count from the address. */
export function fromFile(
  written: string,
  page: Pick<Page, 'file'>,
  docs: string,
  address: string,
  has: (file: string) => boolean,
): string {
  if (!written || /^[a-z][a-z0-9+.-]*:|^[/#?]|^\{/i.test(written)) return written;
  const { path, rest } = cutAddress(written);
  const beside = posix.join('/', page.file.split('/').slice(0, -1).join('/'), decoded(path)).slice(1);
  const meant = inside(docs, posix.join('/', address.slice(0, address.lastIndexOf('/') + 1), decoded(path)));
  if (has(beside) || !has(meant)) return written;
  return `${encodeURI(posix.relative(`/${page.file.split('/').slice(0, -1).join('/')}`, `/${meant}`))}${rest}`;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
