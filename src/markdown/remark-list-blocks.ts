import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findingsOf } from './findings.ts';

/** Blocks around a list: which kind of list each has, and the class that the list gets. */
const BLOCKS = {
  steps: { ordered: true, className: 'steps' },
  cards: { ordered: false, className: 'link-cards' },
} as const;

/**
 * `:::steps` around a numbered list gives the list the class `steps`, `:::cards` around a list of links the class
 * `link-cards`; the block itself leaves no trace.
 */
export function remarkListBlocks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'containerDirective', (node, index, parent) => {
      if ((node.name !== 'steps' && node.name !== 'cards') || !parent || index === undefined) return undefined;
      const { ordered, className } = BLOCKS[node.name];
      const lists = node.children.flatMap((child) =>
        child.type === 'list' && Boolean(child.ordered) === ordered ? [child] : [],
      );
      for (const list of lists) list.data = { ...list.data, hProperties: { className: [className] } };
      if (lists.length === 0) {
        const { line = 1, column } = node.position?.start ?? {};
        findingsOf(file).diagnostics.push({ kind: node.name, name: node.name, line, column });
      }
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
}
