import { posix } from 'node:path';
import { safeDecode } from '../../../../../src/site/safe-decode.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { emojiNamesToSigns } from '../dialect/emoji.ts';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import { formulasToCode } from '../dialect/math.ts';
import { escaped } from '../dialect/plain-text.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import type { Page } from '../markdown/system.ts';
import { showTables } from './card-tables.ts';
import { customBlocksToTags } from './custom-blocks.ts';
import type { Surroundings } from './linked-content.ts';
import { partsMarkdown } from './tag-markdown.ts';
import { readTags } from './tags.ts';

/** What a page needs of its book. */
export interface PageAround {
  tree: SourceTree;
  /** The folder of its book, which addresses with a slash begin at; '' for the top. */
  root: string;
  /** The title of a page by its file. */
  titleOf(file: string): string | undefined;
  /** The value of `book.version`, `space.vars.x` or `page.vars.x`. */
  variable(name: string): unknown;
}

/** Included files within one another at most. */
const deepest = 10;

/** The body of a page in plain Markdown, with the blocks that all systems share. */
export async function pageMarkdown(page: Page, around: PageAround): Promise<string> {
  const text = await expanded(page.body, page.file, page, around, []);
  const surroundings = surroundingsOf(page.file, page, around, []);
  let body = withVariables(text, around.variable, page);
  body = withTitles(body, surroundings.titleOf);
  body = plainMarks(body, page);
  body = formulasToCode(body, page.notes);
  return emojiNamesToSigns(showTables(body, surroundings));
}

/** @param within the files around it, the page's own first. */
async function expanded(body: string, file: string, page: Page, around: PageAround, within: string[]): Promise<string> {
  const parts = readTags(customBlocksToTags(body), (source) => {
    page.notes.push({
      level: 'changed',
      kind: 'tag-unbalanced',
      detail: `${source.replace(/\s+/g, ' ').slice(0, 80)} has no counterpart; the text around it stays`,
    });
  });
  return partsMarkdown(parts, surroundingsOf(file, page, around, [...within, file]));
}

function surroundingsOf(file: string, page: Page, around: PageAround, within: string[]): Surroundings {
  /** The files that an address may mean: with a slash it begins at the book's folder, or at the top. */
  const filesAt = (address: string): string[] => {
    const path = safeDecode(address.replace(/[?#].*/s, ''));
    const folders = path.startsWith('/') ? [around.root, ''] : [posix.dirname(file)];
    return folders.map((folder) => posix.join('/', folder, path).slice(1).replace(/\/$/, ''));
  };
  const fileAt = (address: string): string | undefined => filesAt(address).find((one) => around.tree.has(one));
  return {
    titleOf(address) {
      if (/^[a-z][\w+.-]*:|^#/i.test(address) || !address) return undefined;
      return filesAt(address)
        .flatMap((path) => [path, `${path}.md`, posix.join(path, 'README.md')])
        .map((one) => around.titleOf(one))
        .find(Boolean);
    },
    has: (address) => fileAt(address) !== undefined,
    variable: around.variable,
    async include(address) {
      const path = fileAt(address) ?? fileAt(`/${address}`);
      const text = path === undefined ? undefined : await around.tree.text(path);
      if (path === undefined || text === undefined || within.includes(path) || within.length > deepest)
        return undefined;
      const inside = await expanded(splitFrontMatter(text).body, path, page, around, within);
      return fromTop(inside, path).trim();
    },
    read: (address) => around.tree.text(fileAt(address) ?? ''),
    locale: page.locale,
    notes: page.notes,
  };
}

/** An included text stands in other folders, so its addresses begin at the top. */
function fromTop(text: string, file: string): string {
  const folder = posix.dirname(file);
  return mapLinesOutsideCode(text, (line) =>
    line.replace(
      /(\]\(<?|\b(?:src|href)=["'])(?![a-z][a-z\d+.-]{0,30}:|[/#<])([^\s"'<>()]{1,1000})/gi,
      (_, before: string, address: string) => `${before}${posix.join('/', folder, address)}`,
    ),
  );
}

/** Writes values for `<code class="expression">space.vars.x</code>` and `{{ book.x }}`; others stay as they are. */
function withVariables(body: string, variable: PageAround['variable'], page: Page): string {
  const shown = (name: string): string | undefined => {
    const value = variable(name);
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
  };
  return mapProse(body, (text) =>
    text
      .replace(/<code class="expression">([^<>]{1,500})<\/code>/g, (written, expression: string) => {
        const value = shown(expression.trim());
        if (value !== undefined) return escaped(value);
        page.notes.push({
          level: 'lost',
          kind: 'expression-unknown',
          detail: `the value of ${expression.trim().slice(0, 100)} is not among the files; the expression stands in its place`,
        });
        return written;
      })
      .replace(
        /\{\{\s{0,9}((?:book|config|page|file|gitbook)\.[\w.-]{1,100})\s{0,9}\}\}/g,
        (written, name: string) => shown(name) ?? written,
      ),
  );
}

/** `[guide.md](guide.md "mention")` was shown as the title of the page. */
function withTitles(body: string, titleOf: Surroundings['titleOf']): string {
  return mapProse(body, (text) =>
    text.replace(
      /\[([^[\]\n]{0,500})\]\((<[^<>\n]{1,500}>|[^\s()]{1,500})[ \t]{1,9}"mention"\)/g,
      (_, label: string, address: string) => {
        const title = titleOf(address.replace(/^<|>$/g, ''));
        return `[${title === undefined ? label : escaped(title)}](${address})`;
      },
    ),
  );
}

/** Colours of letters and inline icons are looks; marks with a colour behind them stay marks. */
function plainMarks(body: string, page: Page): string {
  let icons = 0;
  const plain = mapLinesOutsideCode(body, (line) =>
    line
      .replace(/<mark style="(?!background)[^"<>]{0,200}">([^\n]{0,2000}?)<\/mark>/g, '$1')
      .replace(/<i class="fa-[^"<>]{1,200}">[^<>]{0,60}<\/i>/g, () => {
        icons += 1;
        return '';
      }),
  );
  if (icons > 0)
    page.notes.push({
      level: 'changed',
      kind: 'icon-removed',
      detail: `${icons} icon${icons === 1 ? '' : 's'} amid text went`,
    });
  return plain;
}
