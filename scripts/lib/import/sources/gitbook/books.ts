import { posix } from 'node:path';
import { isLocaleName, localeCode } from '../locale-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { NavigationEntry } from '../markdown/system.ts';
import { type BookConfig, configFiles, plainBook, readBookConfig, spaceVariables } from './book-config.ts';
import { readSummary } from './summary.ts';

/** One book: a space of GitBook, or one language of a book in several. */
export interface Book extends BookConfig {
  /** Its menu; undefined when it has none, and all files are pages. */
  menu?: NavigationEntry[];
  /** The files that the menu leads to. */
  listed: Set<string>;
  /** The files that only stand in others. */
  parts: Set<string>;
  /** Entries of the menu that lead to other sites, with their addresses. */
  outside: string[];
  locale?: string;
}

const tag = /\{%-?[ \t]{0,9}(?:hint|tabs|embed|content-ref|page-ref|code|file|stepper|include|swagger|api-method)\b/;
/** `{% include "./note.md" %}`, and `{{#include note.md}}` of mdBook. */
const inclusion =
  /\{%-?\s{0,9}include\s{1,9}["']([^"'\n]{1,300})["']|\{\{#(?:rustdoc_)?include\s{1,9}([^\s:{}]{1,300})/g;
/** Pages that are looked into for the tags of a book, at most. */
const looked = 40;

/** The books of a folder, none for one that holds none. A book within another one is a part of that. */
export async function booksOf(tree: SourceTree): Promise<Book[]> {
  const read = await Promise.all(configFiles(tree).map((file) => readBookConfig(tree, file)));
  // A settings file of something else may have the name, too; that of a book in several languages is for all of them.
  const configs = read.filter(({ kind, summary }) => kind === 'gitbook' || tree.has(summary));
  const common = read.find(({ kind, root }) => kind === 'honkit' && root === '');
  const told = [...configs];
  const summaries = new Set(told.map(({ summary }) => summary));
  const languages = tree.has('LANGS.md');
  for (const file of tree.files.filter((one) => posix.basename(one) === 'SUMMARY.md' && !summaries.has(one))) {
    const folder = posix.dirname(file) === '.' ? '' : posix.dirname(file);
    const book = plainBook(languages ? 'honkit' : 'gitbook', folder);
    const { title, variables } = common ?? book;
    told.push({ ...book, title, variables: new Map([...variables, ...(await spaceVariables(tree, [folder]))]) });
  }
  const found = await Promise.all(told.map((config) => withMenu(config, tree)));
  const books: Book[] = [];
  // One with a menu counts before one that has only settings, and one that is around another before that.
  for (const book of found.toSorted((one, other) => rank(one) - rank(other))) {
    if (books.some(({ root }) => isIn(`${book.root}/`, root) || isIn(`${root}/`, book.root))) continue;
    const isTold = summaries.has(book.summary) || languages;
    if (isBook(book, tree) && (isTold || (await hasMarks(book, tree))))
      books.push({ ...book, parts: await partsOf(book, tree) });
  }
  return withLanguages(books, tree);
}

function rank({ menu, root }: Book): number {
  return (menu ? 0 : 1e6) + root.length;
}

async function withMenu(config: BookConfig, tree: SourceTree): Promise<Book> {
  const outside: string[] = [];
  const text = await tree.text(config.summary);
  const menu = text === undefined ? undefined : readSummary(text, posix.dirname(config.summary), outside);
  const listed = new Set<string>();
  const list = (entries: NavigationEntry[]): void => {
    for (const { file, children } of entries) {
      if (file !== undefined) listed.add(file);
      list(children);
    }
  };
  list(menu ?? []);
  const isUsed = [...listed].some((file) => tree.has(file));
  return { ...config, menu: isUsed ? menu : undefined, listed: isUsed ? listed : new Set(), parts: new Set(), outside };
}

/** Files that pages of a book include, and that are no pages themselves. */
async function partsOf({ root, listed, readme }: Book, tree: SourceTree): Promise<Set<string>> {
  const parts = new Set<string>();
  for (const file of tree.files.filter((one) => /\.md$/i.test(one) && isIn(one, root))) {
    for (const [, tagged, hashed] of ((await tree.text(file)) ?? '').matchAll(inclusion)) {
      const address = tagged ?? hashed ?? '';
      const paths = [posix.join('/', posix.dirname(file), address), posix.join('/', root, address)];
      for (const path of paths.map((one) => one.slice(1)))
        if (tree.has(path) && !listed.has(path) && path !== readme) parts.add(path);
    }
  }
  return parts;
}

/** Pages are there, and what is there looks like a book rather than like a table of contents beside other files. */
function isBook({ root, menu, kind }: Book, tree: SourceTree): boolean {
  if (menu) return true;
  return kind === 'gitbook' && tree.files.some((file) => /\.md$/i.test(file) && isIn(file, root));
}

async function hasMarks({ root, readme, listed }: Book, tree: SourceTree): Promise<boolean> {
  if (tree.has(readme) || tree.files.some((file) => /(?:^|\/)\.gitbook\//.test(file) && isIn(file, root))) return true;
  for (const file of [...listed].slice(0, looked)) if (tag.test((await tree.text(file)) ?? '')) return true;
  return false;
}

/** Languages are named by LANGS.md, by the book's settings, or by the names of their folders. */
async function withLanguages(books: Book[], tree: SourceTree): Promise<Book[]> {
  const names = books.map(({ root }) => posix.basename(root));
  const byName = books.length > 1 && names.every(isLocaleName);
  const folders = new Set(readSummary((await tree.text('LANGS.md')) ?? '', '').map(({ file }) => file?.split('/')[0]));
  return books.map((book, index) => {
    const name = names[index] ?? '';
    const isLanguage = byName || (folders.has(name) && isLocaleName(name));
    const locale = isLanguage ? name : book.language;
    return locale !== undefined && isLocaleName(locale) ? { ...book, locale: localeCode(locale) } : book;
  });
}

/** True for a file below a folder; '' is the top. */
export function isIn(file: string, folder: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`);
}
