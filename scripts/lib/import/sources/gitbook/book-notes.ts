import type { SourceTree } from '../markdown/source-tree.ts';
import type { Note } from '../source.ts';
import { redirectedTo } from './addresses.ts';
import type { Book } from './books.ts';

/** Names of one sort that are listed; of more there is the number. */
const most = 20;

/** What of the menu and of the redirects of a book leads to no page here. */
export function bookNotes(book: Book, tree: SourceTree): Note[] {
  const missing = [...book.listed].filter((file) => !tree.has(file));
  const astray = [...book.redirects].filter(([from, to]) => !tree.has(redirectedTo(from, to, book)));
  return [
    ...noteOf('lost', 'menu-page-missing', missing, 'the menu leads to pages that are not among the files'),
    ...noteOf(
      'changed',
      'menu-link-dropped',
      book.outside,
      'the menu led to other sites; site.yaml has links for that',
    ),
    ...noteOf(
      'lost',
      'redirect-dropped',
      astray.map(([from, to]) => `${from} (${to})`),
      'old addresses led to what is no page here',
    ),
  ];
}

function noteOf(level: Note['level'], kind: string, found: string[], what: string): Note[] {
  if (found.length === 0) return [];
  const more = found.length > most ? ` … and ${found.length - most} more` : '';
  return [{ level, kind, detail: `${what}: ${found.slice(0, most).join(', ')}${more}` }];
}
