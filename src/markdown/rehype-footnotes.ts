import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isFootnoteTitle } from './rehype-headings.ts';
import { stringsFor } from './options.ts';

/** Puts the words that GFM adds to footnotes in English into the page's language. */
export function rehypeFootnotes() {
  return (tree: Root, file: VFile): void => {
    const strings = stringsFor(file);
    visit(tree, 'element', (node) => {
      if (isFootnoteTitle(node)) {
        node.properties['className'] = ['footnotes-title'];
        node.children = [{ type: 'text', value: strings('footnotes.title') }];
      }
      if ('dataFootnoteBackref' in node.properties) node.properties['ariaLabel'] = strings('footnotes.back');
    });
  };
}
