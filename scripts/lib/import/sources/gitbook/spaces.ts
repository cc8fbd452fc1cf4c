import { posix } from 'node:path';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import type { Page } from '../markdown/system.ts';
import type { Book } from './books.ts';

/** A page of a space as its authors see it: the id of the space, and the path in it. */
const inner = /https:\/\/app\.gitbook\.com\/(?:o\/[\w-]{1,60}\/)?s\/([\w-]{1,60})\/([\w/.-]{1,300})/g;
/** Pages that a space and a book must have in common, so that a name that both have by chance is not enough. */
const enough = 3;

/**
 * Which file a page of a space is. No file says which book a space became; it is the one that has most of the pages
 * that links to the space name.
 */
export function spacePages(
  pages: readonly Pick<Page, 'file' | 'body'>[],
  books: readonly Pick<Book, 'root'>[],
): (space: string, path: string) => string | undefined {
  const files = new Set(pages.map(({ file }) => file));
  const fileIn = ({ root }: Pick<Book, 'root'>, path: string): string | undefined =>
    [`${path}.md`, posix.join(path, 'README.md')].map((name) => posix.join(root, name)).find((file) => files.has(file));
  const named = new Map<string, Set<string>>();
  for (const { body } of pages)
    for (const [, space = '', path = ''] of body.matchAll(inner))
      named.set(space, (named.get(space) ?? new Set()).add(path.replace(/(?<![/.])[/.]+$/, '')));
  const bookOf = new Map<string, Pick<Book, 'root'>>();
  for (const [space, paths] of named) {
    const [best] = books
      .map((book) => ({ book, found: [...paths].filter((path) => fileIn(book, path) !== undefined).length }))
      .toSorted((one, other) => other.found - one.found);
    if (best && best.found >= enough && best.found * 2 > paths.size) bookOf.set(space, best.book);
  }
  return (space, path) => {
    const book = bookOf.get(space);
    return book && fileIn(book, path.replace(/(?<![/.])[/.]+$/, ''));
  };
}

/** Links to pages of spaces lead to the files of the pages, where those are known. */
export function withSpacePages(body: string, fileOf: ReturnType<typeof spacePages>): string {
  return mapLinesOutsideCode(body, (line) =>
    line.replace(inner, (address, space: string, path: string) => {
      const file = fileOf(space, path);
      return file === undefined ? address : `/${file}`;
    }),
  );
}
