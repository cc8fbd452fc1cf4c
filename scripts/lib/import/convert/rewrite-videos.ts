import type { Image, Link, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { embeddedVideo } from '../../../../src/markdown/embedded-videos.ts';
import { isVideo } from '../../../../src/markdown/videos.ts';
import type { AddNote, ConversionInput } from './conversion.ts';
import { videoTitle } from './embeds.ts';
import { findFile, type LinkIndex, toContentFolder } from './link-index.ts';
import { shownAddress } from './shown-address.ts';
import { filesBeside, type VideoSource } from './video-files.ts';

declare module 'mdast' {
  interface ImageData {
    /** What the element that showed a film said of it. */
    video?: VideoSource | undefined;
    /** True for one that pages play. */
    isPlayed?: boolean | undefined;
  }
}

interface Place {
  input: ConversionInput;
  links: LinkIndex;
  note: AddNote;
  videos: { file: string; name: string }[];
}

/** Pictures that YouTube and Vimeo have of each film. */
const thumbnail = /^(?:https?:)?\/\/(?:img\.youtube\.com|i\d?\.ytimg\.com|i\.vimeocdn\.com|vumbnail\.com)\//i;

/**
 * Films stay films: own files come along with their captions and posters, those of YouTube and Vimeo get the address that
 * plays them, and each has a title and a line for itself. One that is not among the files becomes a link or its title.
 */
export function rewriteVideos(
  tree: Root,
  input: ConversionInput,
  links: LinkIndex,
  note: AddNote,
): { file: string; name: string }[] {
  const place: Place = { input, links, note, videos: [] };
  const titles = new Map<string, number>();
  let heading = input.title;
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') heading = toText(node, { includeHtml: false }).trim() || heading;
    if (index === undefined || !parent || (node.type !== 'image' && node.type !== 'link')) return;
    const image = node.type === 'image' ? node : pictureOfVideo(node);
    if (!image || !(embeddedVideo(image.url) || isVideo(image.url) || image.alt === 'type:video')) return;
    image.alt = titleOf(image, heading, titles);
    parent.children[index] = rewritten(image, place);
    return SKIP;
  });
  visit(tree, 'paragraph', (node, index, parent) => {
    if (index === undefined || !parent || node.children.length < 2 || !node.children.some(isPlayed)) return;
    const parts = linesOf(node);
    parent.children.splice(index, 1, ...(parts as RootContent[]));
    return [SKIP, index + parts.length];
  });
  return place.videos;
}

/** `[![Title](https://img.youtube.com/vi/…/0.jpg)](https://youtu.be/…)`, and a film within a link. */
function pictureOfVideo({ url, children }: Link): Image | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'image') return undefined;
  if (embeddedVideo(only.url) || isVideo(only.url)) return only;
  return embeddedVideo(url) && thumbnail.test(only.url) ? { ...only, url } : undefined;
}

/** Its own, else the heading above it, with a number from the second one on. */
function titleOf({ alt, title }: Image, heading: string, titles: Map<string, number>): string {
  const own = videoTitle(alt) || videoTitle(title);
  if (own) return own;
  const count = (titles.get(heading) ?? 0) + 1;
  titles.set(heading, count);
  return count === 1 ? heading : `${heading} (${count})`;
}

function rewritten(image: Image, { input, links, note, videos }: Place): PhrasingContent {
  const url = image.url.trim();
  const alt = image.alt ?? '';
  const page = embeddedVideo(url)?.page;
  if (page !== undefined) return played(image, page, note);
  const address = url.startsWith('//')
    ? `https:${url}`
    : url.startsWith('/') && links.origin
      ? links.origin + url
      : url;
  const download = links.downloads.get(address);
  if (download !== undefined && isVideo(download)) return played(image, toContentFolder + download, note);
  const local = isVideo(url) ? findFile(url, input, links) : undefined;
  if (local) {
    videos.push(local, ...filesBeside(local, image.data?.video, input, links, note));
    return played(image, `${toContentFolder}videos/${encodeURI(local.name)}`, note);
  }
  if (!/^https?:/i.test(address)) {
    note(
      'lost',
      'video-missing',
      `${shownAddress(url)}, a film, is not among the files; its title stands in its place`,
    );
    return { type: 'emphasis', children: [{ type: 'text', value: alt }] };
  }
  const what = shownAddress(address);
  if (isVideo(address))
    note('changed', 'video-elsewhere', `${what}, a film on another site, became a link; --download fetches it`);
  else note('changed', 'embed-to-link', `what was shown from ${what} became a link`);
  return { type: 'link', url: address, children: [{ type: 'text', value: alt }] };
}

function played(image: Image, url: string, note: AddNote): Image {
  note('info', 'video-kept', `the film “${image.alt ?? ''}” is shown from ${url}`);
  return { type: 'image', url, alt: image.alt ?? '', data: { isPlayed: true } };
}

function isPlayed(node: PhrasingContent): boolean {
  return node.type === 'image' && node.data?.isPlayed === true;
}

/** A paragraph as those before, of and after the films in it. */
function linesOf({ children }: Paragraph): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (isPlayed(child)) lines.push([child], []);
    else lines.at(-1)?.push(child);
  }
  return lines
    .filter((line) => line.some((child) => child.type !== 'break' && !(child.type === 'text' && !child.value.trim())))
    .map((line) => ({ type: 'paragraph', children: line }));
}
