import type { Root } from 'mdast';
import type { Note } from '../sources/source.ts';
import { describe } from './description.ts';
import { mendHeadings } from './normalize-headings.ts';
import { mendImages } from './rewrite-images.ts';
import { mendLinks } from './rewrite-links.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { tidy } from './normalize-tree.ts';
import type { Places } from './link-index.ts';
import { writeMarkdown } from './write-markdown.ts';

/** The part of an article that conversion needs; plain data, so that it can cross to a worker. */
export interface ConversionInput {
  id: string;
  locale: string;
  title: string;
  format: 'markdown' | 'html';
  body: string;
  folder: string;
  /** The address it had, when links in it are relative to that. */
  address?: string;
}

export interface Conversion {
  markdown: string;
  /** Each anchor that links to this article may use, and the heading's anchor it now leads to; '' is the top. */
  anchors: Record<string, string>;
  /** Links to an anchor of another article, still as written there: `{ id: '360001', anchor: 'step-2' }`. */
  pending: { id: string; anchor: string }[];
  /** The first sentence, when there is one. */
  description?: string;
  /** Search words that were hidden in the text. */
  keywords: string[];
  /** Source files that the text shows, by the name they get under images/. */
  images: { file: string; name: string }[];
  /** Source files that the text offers for download, by the name they get under files/. */
  downloads: { file: string; name: string }[];
  /** Images that were written into the text as data. */
  inlineImages: { name: string; base64: string }[];
  notes: Note[];
}

/**
 * Turns the body of one article into Signpost's Markdown: pure, the same for every source.
 * Links to known articles become `id:` links, images that exist point to images/, the rest is noted.
 */
export function convertArticle(input: ConversionInput, places: Places): Conversion {
  const notes: Note[] = [];
  const keywords: string[] = [];
  const note = (level: Note['level'], kind: string, detail: string): void => void notes.push({ level, kind, detail });
  const aside = { note, keyword: (word: string): void => void keywords.push(word) };
  const tree: Root = input.format === 'html' ? parseHtml(input.body, aside) : parseMarkdown(input.body, aside);
  const anchors = mendHeadings(tree, input.title, note);
  const { images, inlineImages } = mendImages(tree, input, places, note);
  const { pending, downloads } = mendLinks(tree, input, places, anchors, note);
  tidy(tree);
  return { markdown: writeMarkdown(tree), anchors, pending, description: describe(tree, input.locale), keywords, images, inlineImages, downloads, notes };
}
