import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type MarkdownOptions, translatorFor } from './options.ts';

/** Names the boxes of a task list, which have no label of their own, by their state. */
export function rehypeTaskLists(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const t = translatorFor(file, options);
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'input') return;
      const done = 'checked' in node.properties && node.properties.checked !== false;
      node.properties = { ...node.properties, disabled: true, ariaLabel: t(done ? 'task.done' : 'task.open') };
    });
  };
}
