import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { safeDecodeUri } from '../site/safe-decode.ts';
import { findingsOf } from './findings.ts';
import { articleTarget } from './link-targets.ts';
import { contentPath, type MarkdownOptions } from './options.ts';

/** Notes every link and picture as written, then turns links between articles into addresses of the site. */
export function rehypeLinks(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    const { references, anchors } = findingsOf(file);
    const path = contentPath(file);
    visit(tree, 'element', (node) => {
      const { line = 1, column } = node.position?.start ?? {};
      const { href, src, alt, id, name } = node.properties;
      if (typeof id === 'string') anchors.push(id);
      if (node.tagName === 'a' && typeof name === 'string') anchors.push(name);
      if (
        node.tagName === 'a' &&
        typeof href === 'string' &&
        !('dataFootnoteRef' in node.properties) &&
        !('dataFootnoteBackref' in node.properties)
      ) {
        // Markdown's own step escapes letters such as 한 in addresses; people and files spell them plainly.
        const target = safeDecodeUri(href);
        references.push({ kind: 'link', target, line, column, text: toText(node).trim() || altOf(node) });
        const address = options.resolveLink?.(target, path);
        if (address !== undefined) node.properties.href = encodeURI(address);
        // A link to a missing article would lead to the not-found page; its words still inform.
        else if (options.resolveLink && articleTarget(target)) delete node.properties.href;
      }
      if (node.tagName === 'img' && typeof src === 'string') {
        references.push({
          kind: 'image',
          target: safeDecodeUri(src),
          line,
          column,
          alt: typeof alt === 'string' ? alt : '',
        });
      }
    });
  };
}

/** The text of a link that shows nothing but pictures. */
function altOf(link: Element): string {
  return link.children
    .map((child) => (child.type === 'element' && typeof child.properties.alt === 'string' ? child.properties.alt : ''))
    .join(' ')
    .trim();
}
