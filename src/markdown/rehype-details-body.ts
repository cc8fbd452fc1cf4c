import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The classes of those that are more than a question with its answer. */
const KINDS = ['transcript', 'tab'];

/**
 * Wraps what a `<details>` hides in `<div class="details-body">` and moves the anchor there. A
 * browser opens a closed answer by itself when the address names something inside it, but not when
 * it names the `<details>`; so a link to the anchor works without a script.
 */
export function rehypeDetailsBody() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'details') return;
      const summary = node.children.find((child) => isElement(child, 'summary'));
      const { id, dataExplicit, ...properties } = node.properties;
      const hidden = node.children.filter((child) => child !== summary);
      const body: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['details-body'], ...(id && { id }), ...(dataExplicit && { dataExplicit }) },
        children: hidden,
        position: node.position,
      };
      node.properties = {
        ...properties,
        className: ['details', ...KINDS.filter((kind) => hasClass(node, kind))],
      };
      node.children = summary ? [summary, body] : [body];
    });
  };
}

export function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

export function isElement(
  node: ElementContent | Root['children'][number] | undefined,
  tagName: string,
): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}
