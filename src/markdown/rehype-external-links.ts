import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { MarkdownOptions } from './options.ts';

/** Marks links that leave the site, so that the page reached learns nothing of the window it came from. */
export function rehypeExternalLinks(options: MarkdownOptions) {
  const own = options.siteUrl && URL.canParse(options.siteUrl) ? new URL(options.siteUrl).origin : undefined;
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const href = node.properties.href;
      if (node.tagName !== 'a' || typeof href !== 'string' || !/^(https?:)?\/\//i.test(href)) return;
      const address = URL.canParse(href, 'https://unknown.invalid')
        ? new URL(href, 'https://unknown.invalid')
        : undefined;
      if (address?.origin === own) return;
      node.properties.rel = ['external', 'noopener'];
    });
  };
}
