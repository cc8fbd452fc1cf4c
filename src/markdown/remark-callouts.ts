import type { BlockContent, Blockquote, DefinitionContent, Paragraph, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type CalloutKind, isCallout } from './callout-kinds.ts';
import { findingsOf } from './findings.ts';
import { type MarkdownOptions, translatorFor } from './options.ts';
import { isLabel } from './remark-directives.ts';

/**
 * Callouts in both spellings, with a title of their own or the kind's name in the page's language:
 * `> [!NOTE] Title` and `:::note[Title]` become
 * `<aside class="callout callout-note" role="note"><p class="callout-title">Title</p>…</aside>`.
 */
export function remarkCallouts(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const t = translatorFor(file, options);
    const make = (node: Blockquote | Root['children'][number], kind: CalloutKind, title: PhrasingContent[]) => {
      node.data = {
        ...node.data,
        hName: 'aside',
        hProperties: { className: ['callout', `callout-${kind}`], role: 'note' },
      };
      return titleOf(title.length > 0 ? title : [{ type: 'text', value: t(`callout.${kind}`) }]);
    };
    visit(tree, (node) => {
      if (node.type === 'containerDirective' && isCallout(node.name)) {
        const label = node.children.find(isLabel);
        const rest = node.children.filter((child) => !isLabel(child));
        node.children = [make(node, node.name, label?.children ?? []), ...rest];
      }
      if (node.type === 'blockquote') {
        const marked = readMarker(node, String(file));
        if (marked) node.children = [make(node, marked.kind, marked.title), ...marked.rest];
        else noteUnknown(node, file);
      }
    });
  };
}

/** `> [!NOTTE]` shows its marker to readers. */
function noteUnknown({ children: [first] }: Blockquote, file: VFile): void {
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  const [, name] = (opening?.type === 'text' && /^\[!([\p{L}\p{N}_-]+)\]/u.exec(opening.value)) || [];
  const { line, column } = opening?.position?.start ?? {};
  if (name !== undefined && line !== undefined)
    findingsOf(file).diagnostics.push({ kind: 'callout', name, line, column });
}

function titleOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children, data: { hProperties: { className: ['callout-title'] } } };
}

interface Marked {
  kind: CalloutKind;
  title: PhrasingContent[];
  rest: (BlockContent | DefinitionContent)[];
}

function readMarker(quote: Blockquote, source: string): Marked | undefined {
  const [first, ...others] = quote.children;
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return undefined;
  const [marker, name] = /^\[!([a-z]+)\][^\S\n]*/i.exec(opening.value) ?? [];
  const kind = name?.toLowerCase();
  if (marker === undefined || kind === undefined || !isCallout(kind)) return undefined;
  const inline: PhrasingContent[] = [
    { ...opening, value: opening.value.slice(marker.length) },
    ...first.children.slice(1),
  ];
  const [title, body] = splitAtLineEnd(inline);
  const paragraph: Paragraph[] =
    body.length > 0 ? [{ ...first, children: body, position: belowFirstLine(first.position, source) }] : [];
  return { kind, title, rest: [...paragraph, ...others] };
}

function belowFirstLine(position: Paragraph['position'], source: string): Paragraph['position'] {
  return (
    position && {
      ...position,
      start: { line: position.start.line + 1, column: 1, offset: source.indexOf('\n', position.start.offset) + 1 },
    }
  );
}

/** Cuts inline content at its first line end: what is before it is the title. */
function splitAtLineEnd(nodes: PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break') return [before, nodes.slice(index + 1)];
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type === 'text' && end !== -1) {
      const head = node.value.slice(0, end).trimEnd();
      const tail = node.value.slice(end + 1);
      if (head) before.push({ ...node, value: head });
      return [before, [...(tail ? [{ ...node, value: tail }] : []), ...nodes.slice(index + 1)]];
    }
    if (node.type !== 'text' || node.value) before.push(node);
  }
  return [before, []];
}
