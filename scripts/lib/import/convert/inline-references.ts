import type { Definition, ImageReference, LinkReference, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Writes `[text][label]` and `![alt][label]` with their addresses in place, so that one rule mends them all. */
export function inlineReferences(tree: Root, type: 'linkReference' | 'imageReference'): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;
  visit(tree, type, (node: LinkReference | ImageReference, index, parent) => {
    const definition = definitions.get(node.identifier);
    if (!definition || index === undefined || !parent) return;
    const { url, title } = definition;
    if (node.type === 'imageReference') parent.children[index] = { type: 'image', url, title, alt: node.alt };
    else parent.children[index] = { type: 'link', url, title, children: node.children };
  });
  if (type === 'imageReference') return;
  visit(tree, 'definition', (_node, index, parent) => {
    if (index === undefined || !parent) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}
