import type { Element, Root as HastRoot } from 'hast';
import type { Html, Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Elements whose own `id` links may lead to, and that may begin with an `a` element. */
const holders = new Set([
  'p',
  'div',
  'li',
  'section',
  'article',
  'span',
  'td',
  'th',
  'figure',
  'dt',
  'dd',
  'blockquote',
  'strong',
  'em',
  'b',
  'i',
]);

/** A place in the text that links can lead to, without text of its own; normalize-tree.ts removes it again. */
export function anchorMark(anchor: string): Html {
  return { type: 'html', value: '', data: { anchors: [anchor] } } as Html;
}

/** The anchors of a mark. */
export function anchorsAt(node: Nodes): string[] | undefined {
  return (node.data as { anchors?: string[] } | undefined)?.anchors;
}

/** Writes the `id` of paragraphs, lists and the like as `<a id>` inside or before them, which survive conversion. */
export function markAnchors(tree: HastRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    const id = node.properties.id;
    if (typeof id !== 'string' || !id || node.tagName === 'a' || /^h[1-6]$/.test(node.tagName)) return;
    const mark: Element = { type: 'element', tagName: 'a', properties: { id }, children: [] };
    delete node.properties.id;
    if (holders.has(node.tagName)) node.children.unshift(mark);
    else if (
      ['table', 'ul', 'ol', 'pre'].includes(node.tagName) &&
      index !== undefined &&
      parent &&
      parent.type === 'root'
    ) {
      parent.children.splice(index, 0, mark);
      return [SKIP, index + 1];
    }
    return;
  });
}
