import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { MarkdownOptions } from './options.ts';
import { showAudience } from './remark-for.ts';

/**
 * `::::tabs` around `:::tab{device=ios}` or `:::tab[Label]` becomes `<div class="tabs">` with a native
 * `<details open class="tab"><summary>iPhone and iPad</summary>…` for each: all of them there, below one another, until
 * the page's script makes tabs of them; see rehype-tab-lists.ts.
 */
export function remarkTabs(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'containerDirective', (node) => {
      if (node.name === 'tabs') node.data = { ...node.data, hName: 'div', hProperties: { className: ['tabs'] } };
      if (node.name === 'tab') showAudience(node, file, options, { className: ['tab'] });
    });
  };
}
