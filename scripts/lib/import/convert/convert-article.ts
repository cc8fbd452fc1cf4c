import type { Root } from 'mdast';
import { withoutMarks } from '../sources/value-marks.ts';
import type { AddNote, Conversion, ConversionInput, ConversionLog } from './conversion.ts';
import { descriptionOf } from './description.ts';
import { inlineReferences } from './inline-references.ts';
import { keepMarksInText } from './keep-marks.ts';
import { nameLeftAsWritten } from './left-as-written.ts';
import { type LinkIndex, tabName } from './link-index.ts';
import { normalizeHeadings } from './normalize-headings.ts';
import { normalizeTree } from './normalize-tree.ts';
import { parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { rewriteImages } from './rewrite-images.ts';
import { rewriteLinks } from './rewrite-links.ts';
import { rewriteVideos } from './rewrite-videos.ts';
import { writeMarkdown } from './write-markdown.ts';

/**
 * Turns the body of one article into Signpost's Markdown: pure, the same for every source.
 * Links to known articles become `id:` links, images that exist point to images/, the rest is noted.
 */
export function convertArticle(input: ConversionInput, links: LinkIndex): Conversion {
  const notes: Conversion['notes'] = [];
  const keywords: string[] = [];
  const note: AddNote = (level, kind, detail) => void notes.push({ level, kind, detail });
  const tabs: Conversion['tabs'] = [];
  const log: ConversionLog = {
    note,
    keyword: (word) => void keywords.push(word),
    tabs: (group) => void tabs.push(group),
    choiceOf: (label) => links.tabNames.get(tabName(label)),
  };
  const tree: Root = input.format === 'html' ? parseHtml(input.body, log) : parseMarkdown(input.body, log);
  keepMarksInText(tree);
  const anchors = normalizeHeadings(tree, input.title, note);
  inlineReferences(tree, 'imageReference');
  const videos = rewriteVideos(tree, input, links, note);
  const { images, inlineImages } = rewriteImages(tree, input, links, note);
  const { pending, downloads } = rewriteLinks(tree, input, links, anchors, note);
  normalizeTree(tree);
  nameLeftAsWritten(tree, note);
  return {
    markdown: writeMarkdown(tree),
    anchors,
    pending,
    description: withoutMarks(descriptionOf(tree, input.locale) ?? '') || undefined,
    keywords,
    images,
    inlineImages,
    videos,
    downloads,
    tabs,
    notes,
  };
}
