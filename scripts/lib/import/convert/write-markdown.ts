import type { Blockquote, Heading, PhrasingContent, Root, Text } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false, tableCellPadding: true })
  .use(escapeDirectives)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '*',
    ruleRepetition: 3,
    listItemIndent: 'one',
    resourceLink: true,
    incrementListMarker: true,
  });

/** Writes a tree as Markdown, with `{#anchor}` behind headings and `> [!NOTE]` callouts. */
export function writeMarkdown(tree: Root): string {
  visit(tree, (node) => {
    if (node.type === 'heading') writeAnchor(node);
    if (node.type === 'blockquote') writeCallout(node);
  });
  return writer.stringify(tree);
}

/** An `html` node is written as it stands, so the braces stay unescaped. */
function writeAnchor(node: Heading): void {
  if (node.data?.anchor)
    node.children.push({ type: 'html', value: `${node.children.length > 0 ? ' ' : ''}{#${node.data.anchor}}` });
}

function writeCallout(node: Blockquote): void {
  if (!node.data?.callout) return;
  const marker = { type: 'html' as const, value: `[!${node.data.callout.toUpperCase()}]` };
  const [title] = node.children;
  const titled = title?.type === 'paragraph' && title.data?.calloutTitle ? title.children : [];
  if (titled.length > 0) node.children.shift();
  const line: PhrasingContent[] = [marker, ...(titled.length > 0 ? [space, ...inOneLine(titled)] : [])];
  const first = node.children[0];
  if (first?.type === 'paragraph') first.children.unshift(...line, { type: 'text', value: '\n' });
  else node.children.unshift({ type: 'paragraph', children: line });
}

const space: Text = { type: 'text', value: ' ' };

/** Titles end with their line. */
function inOneLine(children: PhrasingContent[]): PhrasingContent[] {
  return children.map((child) =>
    child.type === 'break'
      ? space
      : child.type === 'text'
        ? { ...child, value: child.value.replace(/\s+/g, ' ') }
        : child,
  );
}

/** A line of text that begins with `:::` must not become a directive when it is read again. */
function escapeDirectives(this: Processor): void {
  const { handlers } = directiveToMarkdown();
  // Its own escapes also take `10:30` for a directive.
  (this.data().toMarkdownExtensions ??= []).push({
    handlers,
    unsafe: [{ atBreak: true, character: ':', after: '::' }],
  });
}
