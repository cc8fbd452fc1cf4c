import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tryDecodeUri } from '../site/safe-decode.ts';
import type { MarkdownOptions } from './options.ts';
import { besideFile, isRelative } from './remark-image-urls.ts';

/**
 * Lets pictures load when they come near the screen, and hands the relative ones of raw HTML to
 * Astro's optimiser, which itself looks at Markdown pictures only.
 */
export function rehypeImages({ fileExists }: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      const src = node.properties.src;
      if (node.tagName !== 'img' || typeof src !== 'string') return;
      node.properties = { ...node.properties, alt: node.properties.alt ?? '', loading: 'lazy', decoding: 'async' };
      const { localImagePaths: local } = (file.data.astro ?? {}) as { localImagePaths?: string[] };
      const path = tryDecodeUri(src);
      if (!local || path === undefined || !isRelative(path) || local.includes(path)) return;
      // Astro's asset step would stop the whole build over a missing one; the content check reports it.
      if (!fileExists || fileExists(besideFile(file.path, path))) local.push(path);
    });
  };
}
