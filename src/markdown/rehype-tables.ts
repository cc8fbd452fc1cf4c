import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type MarkdownOptions, translatorFor } from './options.ts';
import { levelOf } from './rehype-headings.ts';

/**
 * Puts each table in a group that scrolls sideways on a narrow screen and can be scrolled with the
 * keyboard, named after the heading above it; column alignment becomes a class.
 */
export function rehypeTables(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const t = translatorFor(file, options);
    let heading = '';
    visit(tree, 'element', (node, index, parent) => {
      if (levelOf(node) !== undefined) heading = toText(node);
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
      visit(node, 'element', alignByClass);
      const ariaLabel = heading ? t('table.label', { heading }) : t('table.unnamed');
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'group', ariaLabel, tabIndex: 0 },
        children: [node],
      };
      return SKIP;
    });
  };
}

function alignByClass(cell: Element): void {
  const { align, ...properties } = cell.properties;
  if (typeof align !== 'string') return;
  const classes = Array.isArray(properties.className) ? properties.className : [];
  cell.properties = /^(left|right|center)$/.test(align)
    ? { ...properties, className: [...classes, `align-${align}`] }
    : properties;
}
