import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findingsOf } from './findings.ts';

/** `:::steps` around a numbered list gives the list the class `steps`; the block itself leaves no trace. */
export function remarkSteps() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'containerDirective', (node, index, parent) => {
      if (node.name !== 'steps' || !parent || index === undefined) return undefined;
      const lists = node.children.flatMap((child) => (child.type === 'list' && child.ordered ? [child] : []));
      for (const list of lists) list.data = { ...list.data, hProperties: { className: ['steps'] } };
      if (lists.length === 0) {
        const { line = 1, column } = node.position?.start ?? {};
        findingsOf(file).diagnostics.push({ kind: 'steps', name: node.name, line, column });
      }
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
}
