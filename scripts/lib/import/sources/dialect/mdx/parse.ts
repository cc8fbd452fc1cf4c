import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { mapLinesOutsideCode } from '../lines-outside-code.ts';
import { codeLine, type Draft, maskSentences, masks, maskUnbalanced, mend } from './mend.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const markdown = unified().use(remarkParse).use(remarkGfm);

export interface ParsedMdx {
  tree: Root;
  /** What the positions in the tree count in. Signs that are no MDX are masked; see `unmask` in mdx-mend.ts. */
  text: string;
  /** What is not valid MDX and was read as plain Markdown, as it is written. */
  invalid: string[];
}

/**
 * A mend takes a parse. This many signs are parsed to find mistakes one after the other; then the page is looked through
 * as a whole, and after three times as many it is no MDX.
 */
const signsOneByOne = 80_000;
const mostBraces = 200;

/**
 * Parses a page of MDX. Where it isn't valid – a `<port>` in prose, `{` in a sentence, comments of HTML, tags that are
 * never closed – only that place is taken as plain Markdown, and the rest is MDX still.
 */
export function parseMdx(source: string): ParsedMdx {
  const page: Draft = { text: prepared(source.replace(/[\ufdd0-\ufdd4]/g, '')), invalid: [] };
  // Each brace may have the parser look through the rest of the page.
  if (page.text.split('{').length > mostBraces) maskSentences(page);
  let signs = 0;
  let isWhole = false;
  while (signs < signsOneByOne * 3 && !isDeep(page.text)) {
    signs += page.text.length;
    try {
      return { tree: parser.parse(page.text), ...page };
    } catch (error) {
      if (signs > signsOneByOne && !isWhole) maskUnbalanced(page);
      else if (!mend(page, error)) break;
      isWhole ||= signs > signsOneByOne;
    }
  }
  page.text = withoutCode(page.text).replace(/[<{]/g, (sign) => masks[sign as '<' | '{']);
  page.invalid = ['all of it'];
  return { tree: isDeep(page.text) ? asOneText(page.text) : markdown.parse(page.text), ...page };
}

/** Lists and quotes in one another by the hundred, or lines without end, would keep a parser busy for minutes. */
function isDeep(text: string): boolean {
  if (text.length > 240_000 || /^[\s>*+-]{400}/m.test(text)) return true;
  // Counted, not matched by number: a pattern would begin to count anew at every letter.
  if (text.split('\n').some(({ length }) => length >= 60_000)) return true;
  const runs = text.match(/(?:[[*_<!`\]][ \n]?)+/g) ?? [];
  return runs.some((run) => run.length >= 3000 && run.replace(/[ \n]/g, '').length >= 3000);
}

function asOneText(text: string): Root {
  const end = { line: 1, column: 1, offset: text.length };
  const position = { start: { line: 1, column: 1, offset: 0 }, end };
  return { type: 'root', children: [{ type: 'paragraph', children: [], position }], position };
}

/**
 * Takes out of the parser's way what Markdown reads and MDX doesn't: links in angle brackets, elements without an end,
 * the anchors of headings, formulas; and sets blocks in colons apart, as the systems do before they read MDX.
 */
function prepared(text: string): string {
  const hide = (found: string): string => found.replace(/[<{}]/g, (sign) => masks[sign as '<']);
  const apart = mapLinesOutsideCode(text, (line) => {
    const fence = /^([ \t>]{0,80}):{3}/.exec(line);
    if (fence) return `${fence[1]}\n${line}\n${fence[1]}`;
    if (!line.trimEnd().endsWith('}') || !line.startsWith('#')) return line;
    const at = line.lastIndexOf('{#');
    return at === -1 ? line : line.slice(0, at) + hide(line.slice(at));
  });
  return (
    apart
      // Shortcodes of Hugo: as an expression each would be sought to the end of the page.
      .replace(/\{\{[<%]/g, hide)
      .replace(/<(?:[a-z][a-z0-9+.-]{1,30}:[^\s<>]{0,2000}|[^\s<>@]{1,200}@[^\s<>]{1,200})>/gi, hide)
      .replace(/<(?:br|hr|img|wbr|input|col|source|meta|link|area|base|embed|track)(?:\s[^<>{}]{0,2000})?>/g, (tag) =>
        tag.endsWith('/>') ? tag : hide(tag),
      )
      .replace(/^[ \t>]*\$\$[^$]{1,5000}\$\$/gm, hide)
      .replace(/\$[^\s$`][^$`\n]{0,500}\$/g, (formula) => (/\\[a-z]|[\^_]\{/i.test(formula) ? hide(formula) : formula))
  );
}

/** Without lines that import or export, for a page that is read as plain Markdown. */
function withoutCode(text: string): string {
  let inside = false;
  return mapLinesOutsideCode(text, (line) => {
    inside = line.trim() !== '' && (inside || codeLine.test(line));
    return inside ? '' : line;
  });
}
