import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { safeDecode } from '../site/safe-decode.ts';
import { isRelative } from './link-targets.ts';
import { contentPath, type MarkdownOptions, translatorFor } from './options.ts';
import { hasClass, isElement } from './rehype-details-body.ts';
import { besideFile } from './remark-image-urls.ts';
import { isVideo, videoFiles } from './videos.ts';

/**
 * `![How to fold the lock](videos/fold.mp4)` becomes a player, with the captions and the poster that lie beside the film.
 * It is a picture until here, so that whatever looks at pictures looks at films, too.
 */
export function rehypeVideos(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      const { src } = node.properties;
      if (node.tagName !== 'img' || typeof src !== 'string' || !isVideo(src) || !isRelative(src)) return;
      // Astro would have it made smaller.
      const { localImagePaths: local = [] } = (file.data.astro ?? {}) as { localImagePaths?: string[] };
      const place = local.indexOf(safeDecode(src));
      if (place !== -1) local.splice(place, 1);
      Object.assign(node, player(node, src, file, options));
    });
  };
}

function player(
  { properties: { alt } }: Element,
  src: string,
  file: VFile,
  { fileExists, publishedUrl }: MarkdownOptions,
): Pick<Element, 'tagName' | 'properties' | 'children'> {
  const film = besideFile(file.path, safeDecode(src));
  const locale = contentPath(file).split('/')[1] ?? 'en';
  const { captions, poster } = fileExists ? videoFiles(film, locale, fileExists) : {};
  const address = (path: string): string => publishedUrl?.(path) ?? src;
  const track: Element = {
    type: 'element',
    tagName: 'track',
    properties: { kind: 'captions', src: captions && address(captions), srcLang: locale, default: true },
    children: [],
  };
  return {
    tagName: 'video',
    properties: {
      controls: true,
      playsInline: true,
      preload: poster === undefined ? 'metadata' : 'none',
      src: address(film),
      ...(poster !== undefined && { poster: address(poster) }),
      ...(alt && { ariaLabel: alt }),
    },
    children: captions === undefined ? [] : [track],
  };
}

/** A list of what is said in a film names itself; in the search and on lists its title stands alone. */
export function rehypeTranscriptTitles(options: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'details' || !hasClass(node, 'transcript')) return;
      const summary = node.children.find((child) => isElement(child, 'summary'));
      if (!summary) return;
      const value = translatorFor(file, options)('video.transcript', { title: toText(summary) });
      Object.assign(summary, { children: [{ type: 'text', value }] });
    });
  };
}
