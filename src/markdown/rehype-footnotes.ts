import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type MarkdownOptions, translatorFor } from './options.ts';
import { isFootnoteTitle } from './rehype-headings.ts';

/** Puts the words that GFM adds to footnotes in English into the page's language. */
export function rehypeFootnotes(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const t = translatorFor(file, options);
    visit(tree, 'element', (node) => {
      if (isFootnoteTitle(node)) {
        node.properties.className = ['footnotes-title'];
        node.children = [{ type: 'text', value: t('footnotes.title') }];
      }
      if ('dataFootnoteBackref' in node.properties) node.properties.ariaLabel = t('footnotes.back');
    });
  };
}
