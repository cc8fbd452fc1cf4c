import { posix } from 'node:path';
import { safeDecode } from '../../../../../src/site/safe-decode.ts';
import type { Page } from '../markdown/system.ts';
import type { Book } from './books.ts';

/**
 * GitBook: `/guides/set-up` of `guides/Set up.md`, in small letters, and as it is written; the others: `/guides/Set up.html`.
 * A folder's own page has the address of the folder. Redirects of the book come after it.
 */
export function addressesOf({ file }: Page, book: Book, top: string): string[] {
  const isIndex = file === book.readme || /(?:^|\/)(?:readme|index)\.\w+$/i.test(file);
  const path = posix.relative(top, file).replace(/\.\w+$/, '');
  const folder = posix.dirname(posix.relative(top, file)).replace(/^\.$/, '');
  const place = isIndex ? folder : path;
  const address = (end: string): string => `${book.base}${end}`;
  const own =
    book.kind === 'gitbook'
      ? [address(place.toLowerCase().replace(/\s+/g, '-')), address(place)]
      : [address(isIndex ? folder && `${folder}/` : `${place}.html`)];
  const redirects = [...book.redirects]
    .filter(([from, to]) => redirectedTo(from, to, book) === file)
    .map(([from]) => address(from));
  return [...new Set([...own, ...redirects])];
}

/** The file that an old path leads to. mdBook counts from the old path, GitBook from the folder of the book. */
export function redirectedTo(from: string, to: string, { kind, root }: Book): string {
  const path = safeDecode(to.replace(/[?#].*/s, '')).replace(/\.html$/, '.md');
  const file = posix.join('/', root, kind === 'mdbook' ? posix.dirname(from) : '', path).slice(1);
  return /\.\w+$/.test(file) ? file : `${file}.md`;
}
