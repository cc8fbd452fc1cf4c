import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { lineParts } from '../i18n/line-breaks.ts';
import { levelOf } from './rehype-headings.ts';

/** Lets the lines of Chinese headings end between words only, as those of titles do. */
export function rehypeLineBreaks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (levelOf(node) !== undefined) node.children = node.children.flatMap(cut);
    });
  };
}

function cut(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node];
  const wbr: Element = { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  return lineParts(node.value).flatMap((value, place) => [...(place > 0 ? [wbr] : []), { type: 'text', value }]);
}
