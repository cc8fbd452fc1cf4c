import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isLabel } from './remark-directives.ts';

/**
 * `:::details[Question]{#anchor}` becomes a native `<details><summary>Question</summary>…`, so the
 * browser's own find opens it. Without a question the first paragraph serves as one.
 */
export function remarkDetails() {
  return (tree: Root): void => {
    visit(tree, 'containerDirective', (node) => {
      if (node.name !== 'details') return;
      const label = node.children.find(isLabel) ?? node.children.find((child) => child.type === 'paragraph');
      const id = node.attributes?.id;
      node.data = { ...node.data, hName: 'details', hProperties: { className: ['details'], ...(id && { id }) } };
      if (!label) return;
      label.data = { ...label.data, hName: 'summary' };
      node.children = [label, ...node.children.filter((child) => child !== label)];
    });
  };
}
