import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tryDecodeUri } from '../site/safe-decode.ts';
import { isRelative } from './link-targets.ts';
import type { MarkdownOptions } from './options.ts';
import { besideFile } from './remark-image-urls.ts';

/** Widths (px) that a picture is offered in, as far as it has them: a phone's, a column's, and both on finer screens. */
const WIDTHS = [480, 720, 1080, 1440, 2160];
/** How wide it is shown: a column of text (`--measure`), or the whole of a screen that is narrower. */
const SIZES = '(min-width: 46rem) 43rem, 100vw';
/** What is made of points and does not move; of these smaller ones can be made. */
const SCALABLE = /\.(png|jpe?g|webp|avif)$/i;

/**
 * Lets pictures load when they come near the screen, in the width that the screen needs, and hands the relative ones of
 * raw HTML to Astro's optimiser, which itself looks at Markdown pictures only. A picture with one for dark pages beside it
 * becomes both, of which the page's colours show one.
 */
export function rehypeImages({ fileExists }: MarkdownOptions) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node, index, parent) => {
      const src = node.properties.src;
      if (node.tagName !== 'img' || typeof src !== 'string') return undefined;
      node.properties = { ...node.properties, alt: node.properties.alt ?? '', loading: 'lazy', decoding: 'async' };
      const { localImagePaths: local } = (file.data.astro ?? {}) as { localImagePaths?: string[] };
      const path = tryDecodeUri(src);
      if (!local || path === undefined || !isRelative(path)) return undefined;
      const exists = (one: string): boolean => fileExists?.(besideFile(file.path, one)) ?? true;
      // Astro's asset step would stop the whole build over a missing one; the content check reports it.
      if (!local.includes(path) && exists(path)) local.push(path);
      if (SCALABLE.test(path)) Object.assign(node.properties, widthsFor(node));
      const dark = darkPicture(path);
      if (!fileExists || dark === undefined || !exists(dark) || !parent || index === undefined) return undefined;
      if (!local.includes(dark)) local.push(dark);
      parent.children.splice(index, 1, inScheme(node, src, 'light'), inScheme(node, darkPicture(src) ?? src, 'dark'));
      return [SKIP, index + 2];
    });
  };
}

/** `images/settings.dark.png` for `images/settings.png`; undefined for a picture of dark pages, and for no picture. */
export function darkPicture(path: string): string | undefined {
  const [, name, extension] = /^(.+)(\.(?:png|jpe?g|gif|webp|avif|svg))$/i.exec(path) ?? [];
  return name === undefined || name.toLowerCase().endsWith('.dark') ? undefined : `${name}.dark${extension}`;
}

/** A writer who says how wide a picture is gets that width. */
function widthsFor({ properties: { width } }: Element): { widths: number[]; sizes: string } {
  const own = Number(width);
  return { widths: WIDTHS, sizes: own > 0 ? `${own}px` : SIZES };
}

function inScheme(node: Element, src: string, scheme: 'light' | 'dark'): Element {
  const { className } = node.properties;
  const classes = Array.isArray(className) ? className : [];
  return { ...node, properties: { ...node.properties, src, className: [...classes, `picture-${scheme}`] } };
}
