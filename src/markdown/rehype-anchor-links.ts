import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type MarkdownOptions, translatorFor } from './options.ts';
import { isFootnoteTitle, levelOf } from './rehype-headings.ts';

/**
 * Puts a link beside each heading, not in it, so that a screen reader's list of headings stays
 * clean: `<div class="heading heading-2"><h2 id="x">…</h2><a class="heading-link" href="#x">`.
 */
export function rehypeAnchorLinks(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const t = translatorFor(file, options);
    visit(tree, 'element', (node, index, parent) => {
      const id = node.properties.id;
      const level = levelOf(node);
      const text = toText(node).trim();
      if (
        level === undefined ||
        typeof id !== 'string' ||
        text === '' ||
        isFootnoteTitle(node) ||
        !parent ||
        index === undefined
      )
        return undefined;
      const link: Element = {
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['heading-link'],
          href: `#${encodeURIComponent(id)}`,
          ariaLabel: t('heading.permalink', { heading: text }),
        },
        children: [],
      };
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['heading', `heading-${level}`] },
        children: [node, link],
      };
      return SKIP;
    });
  };
}
