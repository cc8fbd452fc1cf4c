import type { Element, Root as HastRoot } from 'hast';
import { toText } from 'hast-util-to-text';
import { htmlTagNames } from 'html-tag-names';
import type { Heading, Root, RootContent } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkGfm);
const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, handlers: { footnoteReference: () => undefined } })
  .use(rehypeRaw);
const knownTags = new Set(htmlTagNames);

/** Most titles stand in so much of a text, and nothing after it has to be parsed for them. In characters. */
const nearest = 2_000;
/** A text that is made to exhaust a parser must not hold up the others: no title is looked for after it. In characters. */
const furthest = 50_000;
/** No heading is as long as this; lines of many signs that open quotes and lists take parsers long. In characters. */
const longestLine = 1_000;

/** What could be a heading; a text without it need not be parsed. */
const headingLike = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$)|<h[1-6][\s>]/im;

/**
 * The title of a Markdown page whose front matter has none: its first heading of the first level, as `# Title #`,
 * underlined or as `<h1>`, else the heading it begins with when all others are below that one. Code, quotes, lists and
 * tables are no places for it. Plain text: without markup, anchors (`{#start}`) and pictures. Undefined for none.
 *
 * The heading stays in the body: convert/normalize-headings.ts drops it if it is what readers saw first.
 */
export function pageTitle(body: string): string | undefined {
  const beginning = body.slice(0, furthest);
  if (!headingLike.test(beginning)) return undefined;
  try {
    const top = beginning.slice(0, beginning.lastIndexOf('\n\n', nearest) + 1);
    const near = top && titleOf(parse(top), false);
    // What looks like a link may have its address further down.
    return near && !near.includes('[') ? near : titleOf(parse(beginning), true);
  } catch {
    // Nested too deep for the stack: such a text is no article, and its name is as good a title.
    return undefined;
  }
}

function parse(text: string): Root {
  const lines = text.split('\n').map((line) => line.slice(0, longestLine));
  return parser.parse(lines.join('\n'));
}

/** @param whole false when more of the text follows: what it begins with may then stand above all others or not. */
function titleOf(tree: Root, whole: boolean): string | undefined {
  const hasHeadingInHtml = tree.children.some((node) => node.type === 'html' && /<h1[\s>]/i.test(node.value));
  const children = hasHeadingInHtml ? tree.children : tree.children.filter(isHeadingOrDefinition);
  markPlaceholders(children);
  const html = toHtml.runSync({ type: 'root', children }) as HastRoot;
  let title: string | undefined;
  visit(html, 'element', (node) => {
    if (['blockquote', 'li', 'dd', 'pre', 'table', 'details', 'template'].includes(node.tagName)) return SKIP;
    if (node.tagName !== 'h1') return;
    title = textOf(node);
    return title ? EXIT : SKIP;
  });
  if (title || !whole) return title;
  const [first] = tree.children;
  if (first?.type !== 'heading' || !standsAbove(first, tree)) return undefined;
  const heading = html.children.find((node): node is Element => node.type === 'element');
  return heading && (textOf(heading) || undefined);
}

function isHeadingOrDefinition(node: RootContent): boolean {
  return node.type === 'heading' || node.type === 'definition';
}

function standsAbove(first: Heading, tree: Root): boolean {
  return tree.children.every((node) => node === first || node.type !== 'heading' || node.depth > first.depth);
}

/** `<port>` is a placeholder that readers see, not an element. */
function markPlaceholders(children: RootContent[]): void {
  visit({ type: 'root', children }, 'html', (node, index, parent) => {
    const tag = /^<\/?([A-Za-z][\w-]*)/.exec(node.value)?.[1];
    if (index === undefined || !parent || !tag || knownTags.has(tag.toLowerCase())) return;
    if (parent.type !== 'root') parent.children[index] = { type: 'text', value: node.value };
  });
}

/** As it is read aloud: pictures by their description only when there is nothing else. */
function textOf(heading: Element): string {
  const plain = oneLine(toText(heading));
  if (plain) return plain;
  let alt = '';
  visit(heading, 'element', (node) => {
    if (node.tagName === 'img' && typeof node.properties.alt === 'string') alt ||= oneLine(node.properties.alt);
  });
  return alt;
}

function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?\{:? ?[#.][^{}]*\}$/, '')
    .replace(/ ?¶$/, '');
}
