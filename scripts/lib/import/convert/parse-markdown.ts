import type { Root as HastRoot } from 'hast';
import { htmlTagNames } from 'html-tag-names';
import type { Blockquote, Paragraph, Root, RootContent } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { ConversionLog } from './conversion.ts';
import { fromHast } from './parse-html.ts';
import { readAttributes } from './read-attributes.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const knownTags = new Set(htmlTagNames);

const viaHtml = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      footnoteReference: (_state, node: { identifier: string }) => ({
        type: 'element',
        tagName: 'footnote',
        properties: { dataId: node.identifier },
        children: [],
      }),
      footnoteDefinition: (state, node) => ({
        type: 'element',
        tagName: 'footnotedefinition',
        properties: { dataId: node.identifier },
        children: state.all(node),
      }),
    },
  })
  .use(rehypeRaw);

/**
 * Reads the Markdown body of an article. GitHub's callouts and the anchors of `## Heading {#anchor}` are
 * understood. When raw HTML is mixed in, the whole text goes through HTML, so that one set of rules holds.
 */
export function parseMarkdown(markdown: string, log: ConversionLog): Root {
  const tree = parser.parse(markdown);
  dropCommentsAndPlaceholders(tree);
  readAttributes(tree);
  readCallouts(tree);
  if (!hasHtml(tree)) return tree;
  log.note('info', 'raw-html-to-markdown', 'raw HTML in the text became Markdown');
  return fromHast(viaHtml.runSync(tree) as HastRoot, log);
}

/** `<port>` in running text is a placeholder that readers should see, not an element. */
function dropCommentsAndPlaceholders(tree: Root): void {
  visit(tree, 'html', (node, index, parent) => {
    if (index === undefined || !parent) return;
    const text = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    const tag = /^<\/?([A-Za-z][\w-]*)/.exec(text.trim())?.[1];
    if (!text.trim()) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (tag && !knownTags.has(tag.toLowerCase())) {
      const literal = { type: 'text' as const, value: text.trim() };
      parent.children[index] =
        parent.type === 'paragraph' || isPhrasing(parent.type) ? literal : { type: 'paragraph', children: [literal] };
    } else node.value = text;
    return;
  });
}

function isPhrasing(type: string): boolean {
  return ['emphasis', 'strong', 'delete', 'link', 'linkReference', 'heading', 'tableCell'].includes(type);
}

/** Marks `> [!NOTE]` quotes, and takes the marker out of the text. */
function readCallouts(tree: Root): void {
  visit(tree, 'blockquote', (node: Blockquote) => {
    const first: RootContent | undefined = node.children[0];
    if (first?.type !== 'paragraph') return;
    const text = first.children[0];
    const match =
      text?.type === 'text' ? /^\[!(note|tip|important|warning|caution)\][ \t]*(\n|$)/i.exec(text.value) : null;
    if (!match || text?.type !== 'text') return;
    const callout = (match[1] ?? 'note').toLowerCase();
    node.data = { ...node.data, callout, hProperties: { dataCallout: callout } } as Blockquote['data'];
    text.value = text.value.slice(match[0].length);
    dropEmptyStart(node, first);
  });
}

function dropEmptyStart(node: Blockquote, first: Paragraph): void {
  const text = first.children[0];
  if (text?.type === 'text' && text.value === '') first.children.shift();
  if (first.children[0]?.type === 'break') first.children.shift();
  if (first.children.length === 0) node.children.shift();
}

function hasHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'html', () => {
    found = true;
  });
  return found;
}
