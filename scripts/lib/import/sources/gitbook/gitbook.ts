import { posix } from 'node:path';
import { escaped } from '../dialect/plain-text.ts';
import { titleFromName } from '../markdown/arrange.ts';
import { pageTitle } from '../markdown/page-title.ts';
import type { MarkdownSite, MarkdownSystem, NavigationEntry, Page } from '../markdown/system.ts';
import type { Note } from '../source.ts';
import { addressesOf } from './addresses.ts';
import { bookNotes } from './book-notes.ts';
import { type Book, booksOf, isIn } from './books.ts';
import { mdbookMarkdown } from './mdbook.ts';
import { pageMarkdown } from './page-markdown.ts';
import { spacePages, withSpacePages } from './spaces.ts';

/** GitBook, told by the menu in SUMMARY.md or by `.gitbook.yaml`; HonKit and mdBook have such a menu, too. */
export const gitbook: MarkdownSystem = {
  kind: 'gitbook',
  async recognise(tree) {
    const books = await booksOf(tree);
    return books.length > 0
      ? siteOf(
          books,
          books.flatMap((book) => bookNotes(book, tree)),
        )
      : undefined;
  },
};

function siteOf(books: Book[], notes: Note[]): MarkdownSite {
  const isTranslated = books.length > 1 && new Set(books.map(({ locale }) => locale)).size === books.length;
  const shared = sharedFolder(books);
  const bookOf = (file: string): Book | undefined => books.find(({ root }) => isIn(file, root));
  const titles = new Map<string, string | undefined>();
  let fileOfSpace: ReturnType<typeof spacePages> | undefined;
  const menuTitles = new Map(books.flatMap(({ menu }) => titlesIn(menu ?? [])));
  const top = (book: Book): string => (books.length === 1 ? book.root : shared);
  return {
    name: books.find(({ title }) => title)?.title,
    locale: books[0]?.locale,
    notes,
    folders:
      books.length === 1 || isTranslated
        ? books.map(({ root, locale }) => ({ path: root, locale, exact: true }))
        : [{ path: shared, exact: true }],
    indexNames: /^(?:readme|index)$/i,
    assetFolders: [...new Set([shared, ...books.map(({ root }) => root)])].filter(Boolean),
    notAPage(file) {
      const name = posix.basename(file);
      if (!/\.(?:md|markdown)$/i.test(file)) return undefined;
      if (books.some(({ summary }) => summary === file) || name === 'SUMMARY.md') return 'the menu';
      if (name === 'LANGS.md') return 'the list of languages';
      if (/(?:^|\/)\.gitbook\//.test(file) || books.some(({ parts }) => parts.has(file)))
        return 'a part that pages include';
      if (/(?:^|\/)_(?:book|layouts)\//.test(file)) return 'a file that a book was made with or into';
      const book = bookOf(file);
      if (!book) return isAboutRepository(file) ? 'a file about the repository' : 'it is in none of the books';
      return book.menu && isAboutRepository(file) && !/readme/i.test(name) && !book.listed.has(file)
        ? 'a file about the repository'
        : undefined;
    },
    navigation(locale) {
      const inside = books.filter((book) => !isTranslated || book.locale === locale);
      const menus = inside.flatMap(({ menu, title, root }) =>
        menu ? [{ title: title ?? titleFromName(posix.basename(root)), children: menu }] : [],
      );
      return menus.length === 1 ? menus[0]?.children : menus.length > 1 ? menus : undefined;
    },
    addresses(page) {
      const book = bookOf(page.file);
      return book ? addressesOf(page, book, top(book)) : [];
    },
    paths({ file, name }) {
      const book = bookOf(file);
      return [`/${name}`, `/${book ? posix.relative(book.root, file) : file}`, `/${file}`];
    },
    async expand(page, { tree, pages }) {
      const book = bookOf(page.file);
      if (!book) return page.body;
      if (titles.size === 0) for (const one of pages) titles.set(one.file, one.fields.title ?? pageTitle(one.body));
      fileOfSpace ??= spacePages(pages, books);
      const titleOf = (file: string): string | undefined => titles.get(file) ?? menuTitles.get(file);
      page.notes.push(...publicationNotes(page, book));
      const body =
        book.kind === 'mdbook'
          ? await mdbookMarkdown(page, tree)
          : await pageMarkdown(
              { ...page, body: withSpacePages(page.body, fileOfSpace) },
              {
                tree,
                root: book.root,
                titleOf,
                variable: (name) => variable(name, page, book),
              },
            );
      return withChildren(withDescription(page, body), page, book, titleOf);
    },
  };
}

/** What a book does not list was not published. */
function publicationNotes({ file, fields, front }: Page, { menu, listed, readme, kind }: Book): Note[] {
  const isGlossary = kind === 'honkit' && /(?:^|\/)GLOSSARY\.md$/.test(file);
  if (typeof front.if === 'string' && /\bvisitor\b/.test(front.if)) {
    fields.draft = true;
    return [
      {
        level: 'changed',
        kind: 'not-public',
        detail: `it was there only if ${front.if.slice(0, 100)}; it is a draft here, which is not published`,
      },
    ];
  }
  if (!menu || listed.has(file) || file === readme || isGlossary || fields.draft || fields.unlisted) return [];
  fields.draft = true;
  return [
    {
      level: 'changed',
      kind: 'not-in-menu',
      detail: 'the menu does not list it, so it was not published; it is a draft here',
    },
  ];
}

/** Readers saw the description below the title, unless the page hid it. */
function withDescription({ front, fields }: Page, body: string): string {
  const layout = front.layout as { description?: { visible?: unknown } } | undefined;
  const { description } = fields;
  if (!description || String(layout?.description?.visible) === 'false' || body.includes(description)) return body;
  const [title = ''] = /^\s*#[ \t][^\n]*\n?/.exec(body) ?? [];
  return `${title.trim()}\n\n${escaped(description)}\n\n${body.slice(title.length)}`.trimStart();
}

/** A page without text of its own leads to those below it. */
function withChildren(body: string, page: Page, { menu }: Book, titleOf: (file: string) => string | undefined): string {
  if (body.replace(/^\s*#[ \t][^\n]*/, '').trim()) return body;
  const children = entryOf(menu ?? [], page.file)?.children ?? [];
  const links = children.flatMap(({ file, title }) =>
    file === undefined ? [] : [`- [${escaped(titleOf(file) ?? title ?? file)}](</${file}>)`],
  );
  return links.length > 0 ? `${body.trimEnd()}\n\n${links.join('\n')}\n` : body;
}

function entryOf(menu: NavigationEntry[], file: string): NavigationEntry | undefined {
  for (const entry of menu) {
    const found = entry.file === file ? entry : entryOf(entry.children, file);
    if (found) return found;
  }
  return undefined;
}

function titlesIn(menu: NavigationEntry[]): [string, string][] {
  return menu.flatMap(({ file, title, children }): [string, string][] => [
    ...(file !== undefined && title !== undefined ? [[file, title] as [string, string]] : []),
    ...titlesIn(children),
  ]);
}

function variable(name: string, page: Page, book: Book): unknown {
  const vars = page.front.vars;
  const own = /^page\.vars\.(.+)$/.exec(name)?.[1];
  if (own !== undefined)
    return typeof vars === 'object' && vars !== null ? (vars as Record<string, unknown>)[own] : undefined;
  if (name === 'space.title' || name === 'book.title') return book.variables.get(name) ?? book.title;
  return book.variables.get(name.replace(/^config\.variables\./, 'book.'));
}

function isAboutRepository(file: string): boolean {
  return /(?:^|\/)\.github\/|(?:^|\/)(?:readme|licen[cs]e|contributing|changelog|code_of_conduct|security|authors|governance)(?:\.[\w-]+)?\.\w+$/i.test(
    file,
  );
}

/** The longest folder that all books are in. */
function sharedFolder(books: Book[]): string {
  const [first, ...others] = books.map(({ root }) => root.split('/').slice(0, -1));
  let length = first?.length ?? 0;
  for (const other of others)
    while (length > 0 && first?.slice(0, length).join('/') !== other.slice(0, length).join('/')) length -= 1;
  return first?.slice(0, length).join('/') ?? '';
}
