import { dirname, resolve } from 'node:path/posix';
import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { safeDecodeUri, tryDecodeUri } from '../site/safe-decode.ts';
import { findingsOf } from './findings.ts';
import { isRelative } from './link-targets.ts';
import { type MarkdownOptions, translatorFor } from './options.ts';

/**
 * Makes picture addresses safe for what comes after. A stray `%` would make Astro throw a URIError,
 * so it is escaped; a picture whose file is missing becomes its alternative text, because Astro's
 * asset step would stop the whole build over it. The content check reports both.
 */
export function remarkImageUrls(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (node.type === 'image' || node.type === 'definition') node.url = decodable(node.url);
    });
    visit(tree, 'image', (node, index, parent) => {
      if (!options.fileExists || !parent || index === undefined || !isRelative(node.url)) return;
      if (options.fileExists(besideFile(file.path, safeDecodeUri(node.url)))) return;
      noteMissing(file, node);
      const value = translatorFor(file, options)('image.missing', { alt: node.alt || node.url });
      parent.children[index] = {
        type: 'emphasis',
        children: [{ type: 'text', value }],
        data: { hProperties: { className: ['image-missing'] } },
      };
    });
  };
}

function noteMissing(file: VFile, node: Image): void {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  findingsOf(file).references.push({ kind: 'image', target: node.url, line, column, alt: node.alt ?? '' });
}

/** The absolute path of the picture that `url`, decoded, names from the file of an article. */
export function besideFile(file: string, url: string): string {
  return resolve(dirname(file.replaceAll('\\', '/')), url.replace(/[?#].*/s, ''));
}

function decodable(url: string): string {
  return tryDecodeUri(url) === undefined ? url.replaceAll('%', '%25') : url;
}
