import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** `:::steps` around a numbered list gives the list the class `steps`; the block itself leaves no trace. */
export function remarkSteps() {
  return (tree: Root): void => {
    visit(tree, 'containerDirective', (node, index, parent) => {
      if (node.name !== 'steps' || !parent || index === undefined) return undefined;
      for (const child of node.children) {
        if (child.type === 'list' && child.ordered)
          child.data = { ...child.data, hProperties: { className: ['steps'] } };
      }
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
}
