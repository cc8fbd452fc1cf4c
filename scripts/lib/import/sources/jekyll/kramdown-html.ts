import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { dedented } from '../dialect/blocks.ts';
import { codeLines } from '../dialect/lines-outside-code.ts';

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeStringify);

const names =
  'div|section|article|aside|header|footer|nav|main|figure|figcaption|table|ul|ol|dl|p|details|summary|blockquote|form|center|fieldset|iframe|object|video|audio|h[1-6]';
/** An element that makes a block by itself, at the start of a line; and all tags of those in a line. */
const opening = new RegExp(`^ {0,3}<(${names})(?=[\\s/>])`, 'i');
const tags = new RegExp(`<(/?)(${names})(?=[\\s/>])[^<>]{0,2000}?(/?)>`, 'gi');
/** Deepest element that is looked into: texts are made to take long. */
const deepest = 20;
/** Elements whose text is one paragraph. */
const inline = /^(?:p|h[1-6]|summary|figcaption|span)$/i;

/** Markdown as HTML. */
export function markdownHtml(markdown: string): string {
  return String(toHtml.processSync(markdown));
}

/**
 * Writes blocks of HTML as CommonMark reads them. To kramdown a block ends with its element, whatever empty lines and
 * indents are in it, and what is in it is Markdown only where `markdown="1"` says so (or `all`, everywhere); to
 * CommonMark it ends at the first empty line, and what follows is Markdown.
 */
export function readHtmlBlocks(body: string, all: boolean, depth = 0): string {
  if (depth > deepest || !body.includes('<')) return body;
  const lines = body.split('\n');
  const isCode = codeLines(body);
  const ends = endsOf(lines, isCode);
  const out: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const tag = isCode[index] ? undefined : opening.exec(line)?.[1];
    const end = tag === undefined ? undefined : ends.get(index);
    if (tag === undefined || end === undefined) {
      out.push(line);
      continue;
    }
    const last = lines[end.line] ?? '';
    const element = [...lines.slice(index, end.line), last.slice(0, end.column)].join('\n');
    out.push('', readElement(element, tag, all, depth), '');
    const rest = last.slice(end.column);
    if (rest.trim()) out.push(rest);
    index = end.line;
  }
  return out.join('\n');
}

interface End {
  line: number;
  /** Behind the closing tag. */
  column: number;
}

/** Where the elements end that lines begin with, by those lines; one that nothing closes has no end. */
function endsOf(lines: string[], isCode: boolean[]): Map<number, End> {
  const ends = new Map<number, End>();
  const open = new Map<string, { line: number; isFirst: boolean }[]>();
  for (const [line, text] of lines.entries()) {
    if (isCode[line] || !text.includes('<')) continue;
    for (const match of text.matchAll(tags)) {
      const [tag, closes, name = '', isEmpty] = match;
      const same = open.get(name.toLowerCase()) ?? [];
      open.set(name.toLowerCase(), same);
      const end = { line, column: match.index + tag.length };
      const isFirst = match.index < 4 && !text.slice(0, match.index).trim();
      if (isEmpty && isFirst) ends.set(line, end);
      else if (!closes && !isEmpty) same.push({ line, isFirst });
      else if (closes) {
        const opened = same.pop();
        if (opened?.isFirst) ends.set(opened.line, end);
      }
    }
  }
  return ends;
}

function readElement(element: string, tag: string, all: boolean, depth: number): string {
  const start = new RegExp(`^\\s*<${tag}(?:"[^"]*"|'[^']*'|[^<>"'])*>`, 'i').exec(element)?.[0];
  const close = element.lastIndexOf('</');
  if (start === undefined || close < start.length) return compactHtml(element);
  const written = /\smarkdown\s*=\s*["']?(\w+)["']?/i.exec(start)?.[1];
  const open = start.trim().replace(/\smarkdown\s*=\s*["']?\w+["']?/i, '');
  const [inner, end] = [element.slice(start.length, close), element.slice(close)];
  const isMarkdown = written !== undefined ? written !== '0' : all;
  if (isMarkdown && (written === 'span' || inline.test(tag))) return `${open}${inlineHtml(inner)}${end}`;
  if (isMarkdown)
    return `${open}\n\n${readHtmlBlocks(dedented(inner.replace(/^[ \t]*\n/, '')), all, depth + 1)}\n\n${end}`;
  if (!/\smarkdown\s*=/i.test(inner)) return compactHtml(element);
  return `${open}\n${readHtmlBlocks(dedented(inner), all, depth + 1)}\n${end}`;
}

function inlineHtml(markdown: string): string {
  const html = markdownHtml(
    markdown
      .split('\n')
      .map((line) => line.trim())
      .join(' ')
      .trim(),
  ).trim();
  return /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html)?.[1] ?? html;
}

/** A block of HTML without empty lines and indents, except in `pre`; anything else as it is. */
export function compactHtml(html: string): string {
  if (!opening.test(html.trimStart()) || /\smarkdown\s*=/i.test(html)) return html;
  let inPre = false;
  return html
    .split('\n')
    .reduce<string[]>((lines, line) => {
      const written = inPre ? line : line.trim();
      const last = lines.length - 1;
      if (inPre && !line.trim() && last >= 0) lines[last] += '&#10;';
      else if (written || inPre) lines.push(written);
      if (/<pre[\s>]/i.test(line)) inPre = true;
      if (/<\/pre>/i.test(line)) inPre = false;
      return lines;
    }, [])
    .join('\n');
}
