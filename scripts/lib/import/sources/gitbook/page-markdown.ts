import { posix } from 'node:path';
import { safeDecode } from '../../../../../src/site/safe-decode.ts';
import { mapProse } from '../dialect/code-ranges.ts';
import { emojiNamesToSigns } from '../dialect/emoji.ts';
import { mapLinesOutsideCode, mapTextOutsideCode } from '../dialect/lines-outside-code.ts';
import { formulasToCode } from '../dialect/math.ts';
import { escaped } from '../dialect/plain-text.ts';
import { titleFromName } from '../markdown/arrange.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import type { Page } from '../markdown/system.ts';
import { markedValue } from '../value-marks.ts';
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

/** Included files within one another at most, and all that a page may include, in characters. */
const deepest = 10;
const mostIncluded = 2_000_000;

/** The body of a page in plain Markdown, with the blocks that all systems share. */
export async function pageMarkdown(page: Page, around: PageAround): Promise<string> {
  const included = { length: 0 };
  const text = await expanded(page.body, page.file, page, around, { files: [], included });
  const surroundings = surroundingsOf(page.file, page, around, { files: [], included });
  let body = withVariables(text, around.variable, page);
  body = withTitles(body, surroundings.titleOf);
  body = plainMarks(body, page);
  nameInnerLinks(body, page);
  body = formulasToCode(body, page.notes);
  return emojiNamesToSigns(mapTextOutsideCode(body, (text) => showTables(text, surroundings)));
}

/** Where a text stands: the files around it, the page's own first, and how much they included. */
interface Within {
  files: string[];
  included: { length: number };
}

async function expanded(body: string, file: string, page: Page, around: PageAround, within: Within): Promise<string> {
  const strays = new Set<string>();
  const parts = readTags(customBlocksToTags(body), (source) => strays.add(source.replace(/\s+/g, ' ').slice(0, 80)));
  for (const source of strays)
    page.notes.push({
      level: 'changed',
      kind: 'tag-unbalanced',
      detail: `${source} has no counterpart; the text around it stays`,
    });
  return partsMarkdown(parts, surroundingsOf(file, page, around, { ...within, files: [...within.files, file] }));
}

function surroundingsOf(file: string, page: Page, around: PageAround, within: Within): Surroundings {
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
    uploaded(address) {
      // `https://files.gitbook.com/v0/b/…/o/spaces%2F…%2Ffold.mp4?alt=media`
      const path = /^https?:\/\/(?:[\w-]+\.)*gitbook\.(?:com|io)\/([^?#]+)/i.exec(address)?.[1] ?? '';
      const name = posix.basename(safeDecode(path));
      const files = [around.root, ''].map((folder) => posix.join(folder, '.gitbook/assets', name));
      const found = name.includes('.') ? files.find((one) => around.tree.has(one)) : undefined;
      return found && `/${found}`;
    },
    variable: around.variable,
    async include(address) {
      const path = fileAt(address) ?? fileAt(`/${address}`);
      const text = path === undefined ? undefined : await around.tree.text(path);
      if (path === undefined || text === undefined || within.files.includes(path)) return undefined;
      within.included.length += text.length + 1_000;
      if (within.files.length > deepest || within.included.length > mostIncluded) return undefined;
      const inside = await expanded(splitFrontMatter(text).body, path, page, around, within);
      page.parts?.push({ file: path, text: inside });
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

/** A value of the whole book as one that texts share, when it has no signs to escape. */
function markedOr(name: string, value: string): string {
  return escaped(value) === value ? markedValue(name, value) : escaped(value);
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
        if (value !== undefined)
          return /^(?:space|book|config)\./.test(expression.trim())
            ? markedOr(expression.trim(), value)
            : escaped(value);
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

/** `[guide.md](guide.md "mention")` was shown as the title of the page, or of the heading in it. */
function withTitles(body: string, titleOf: Surroundings['titleOf']): string {
  return mapProse(body, (text) =>
    text.replace(
      /\[([^[\]\n]{0,500})\]\((<[^<>\n]{1,500}>|[^\s()]{1,500})[ \t]{1,9}"mention"\)/g,
      (_, label: string, address: string) => {
        // `[#set-up](guide.md#set-up "mention")` was shown as the heading, whose words its anchor has.
        const heading = /^#([\w-]+)$/.exec(label)?.[1];
        const title = heading ? titleFromName(heading) : titleOf(address.replace(/^<|>$/g, ''));
        return `[${title === undefined ? label : escaped(title)}](${address})`;
      },
    ),
  );
}

/** Colours of letters and inline icons are looks; marks with a colour behind them stay marks. */
function plainMarks(body: string, page: Page): string {
  let icons = 0;
  const uncoloured = mapLinesOutsideCode(body, (line) =>
    line.replace(/<mark style="(?!background)[^"<>]{0,200}">([^\n]{0,2000}?)<\/mark>/g, '$1'),
  );
  const plain = mapProse(uncoloured, (text) =>
    text.replace(/<i class="fa-[^"<>]{1,200}">[^<>]{0,60}<\/i>/g, () => {
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

/** Spaces refer to each other by addresses that only their authors can open; readers were led to the public ones. */
function nameInnerLinks(body: string, page: Page): void {
  const found = new Set(body.match(/https:\/\/app\.gitbook\.com\/(?:o|s)\/[\w~/-]{1,200}/g));
  for (const address of found)
    page.notes.push({
      level: 'lost',
      kind: 'link-to-space',
      detail: `${address} is another space as its authors see it; write its public address`,
    });
}
