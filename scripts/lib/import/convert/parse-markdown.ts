import type { Root as HastRoot } from 'hast';
import { htmlTagNames } from 'html-tag-names';
import type { Blockquote, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { mendLooseLinks } from '../../../../src/markdown/loose-links.ts';
import { ownValue } from '../../../../src/site/own-value.ts';
import { calloutKinds } from '../sources/dialect/callout-kinds.ts';
import type { ConversionLog } from './conversion.ts';
import { embedNames } from './embeds.ts';
import { normalizeFences } from './normalize-fences.ts';
import { fromHast } from './parse-html.ts';
import { readAttributes } from './read-attributes.ts';
import { calloutTitle, readBlocks } from './read-blocks.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(containerDirectives);
const knownTags = new Set([...htmlTagNames, ...embedNames]);

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
  const mended = mendLooseLinks(markdown);
  if (mended !== markdown) log.note('changed', 'link-mended', 'links whose addresses have spaces were made links');
  const tree = parser.parse(normalizeFences(mended));
  dropCommentsAndPlaceholders(tree);
  readAttributes(tree);
  readCallouts(tree);
  readBlocks(tree, log);
  const raw = holds(tree, (node) => node.type === 'html');
  if (raw) log.note('info', 'raw-html-to-markdown', 'raw HTML in the text became Markdown');
  // What Markdown cannot say is written by the same rules as in HTML.
  if (!raw && !holds(tree, (node) => node.type === 'blockquote' && node.data?.hName !== undefined)) return tree;
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

/** `:::name[Label]` around lines; `:name` in a line would cost `10:30` its letters. */
function containerDirectives(this: Processor): void {
  const data = this.data();
  const colon = ':'.charCodeAt(0);
  const [container] = [directive().flow?.[colon] ?? []].flat();
  if (container) (data.micromarkExtensions ??= []).push({ flow: { [colon]: container } });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

/**
 * Marks `> [!NOTE]` quotes, and takes the marker out of the text. Behind it may stand a title, and before that the sign
 * of Obsidian for a callout that opens (`+`) or is closed at first (`-`).
 */
function readCallouts(tree: Root): void {
  visit(tree, 'blockquote', (node: Blockquote) => {
    const first: RootContent | undefined = node.children[0];
    if (first?.type !== 'paragraph') return;
    const text = first.children[0];
    const match = text?.type === 'text' ? /^\[!([\w-]+)\]([+-]?)[ \t]*/.exec(text.value) : null;
    if (!match || text?.type !== 'text') return;
    const kind = match[1] ?? '';
    const known = ownValue(calloutKinds, kind.toLowerCase());
    const callout = known ?? 'note';
    const [written, body] = splitAtLineEnd([
      { ...text, value: text.value.slice(match[0].length) },
      ...first.children.slice(1),
    ]);
    // A kind that a site made for itself was shown by its name.
    const title = written.length > 0 || known ? written : [{ type: 'text' as const, value: kind }];
    const rest = [...(body.length > 0 ? [{ ...first, children: body }] : []), ...node.children.slice(1)];
    if (match[2] === '-') {
      const summary: PhrasingContent[] = title.length > 0 ? title : [{ type: 'text', value: match[1] ?? '' }];
      node.data = { hName: 'details' };
      node.children = [{ type: 'paragraph', data: { hName: 'summary' }, children: summary }, ...rest];
      return;
    }
    node.data = { ...node.data, callout, hProperties: { dataCallout: callout } };
    node.children = [...(title.length > 0 ? [calloutTitle(title)] : []), ...rest];
  });
}

/** Cuts the inline content of a paragraph at its first line end. */
function splitAtLineEnd(nodes: PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  for (const [index, node] of nodes.entries()) {
    const rest = nodes.slice(index + 1);
    if (node.type === 'break') return [before, rest];
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type === 'text' && end !== -1) {
      const [head, tail] = [node.value.slice(0, end).trimEnd(), node.value.slice(end + 1)];
      return [head ? [...before, { ...node, value: head }] : before, tail ? [{ ...node, value: tail }, ...rest] : rest];
    }
    if (node.type !== 'text' || node.value.trim()) before.push(node);
  }
  return [before, []];
}

function holds(tree: Root, wanted: (node: Nodes) => boolean): boolean {
  let found = false;
  visit(tree, (node) => {
    if (!wanted(node)) return;
    found = true;
    return EXIT;
  });
  return found;
}
