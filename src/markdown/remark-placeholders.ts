import { htmlTagNames } from 'html-tag-names';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const TAGS = new Set(htmlTagNames);

/**
 * Shows `<order number>` and `<port>` as they are written. To a parser such a placeholder is an
 * element that nobody knows, and its name would vanish from the sentence.
 */
export function remarkPlaceholders() {
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      const [, name] = /^<\/?([a-z][\w.-]*)>$/i.exec(node.value.trim()) ?? [];
      if (name === undefined || TAGS.has(name.toLowerCase()) || !parent || index === undefined) return;
      const text = { type: 'text' as const, value: node.value };
      const inline =
        parent.type !== 'root' &&
        parent.type !== 'blockquote' &&
        parent.type !== 'listItem' &&
        parent.type !== 'containerDirective';
      parent.children[index] = inline ? text : { type: 'paragraph', children: [text] };
    });
  };
}
