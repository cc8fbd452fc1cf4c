import rehypeHighlight from 'rehype-highlight';
import type { MarkdownOptions } from './options.ts';
import { type RehypeList, structurePlugins } from './plugins.ts';
import { rehypeAnchorLinks } from './rehype-anchor-links.ts';
import { rehypeCode } from './rehype-code.ts';
import { rehypeEmbedScreens } from './rehype-embedded-videos.ts';
import { rehypeExternalLinks } from './rehype-external-links.ts';
import { rehypeFootnotes } from './rehype-footnotes.ts';
import { rehypeImages } from './rehype-images.ts';
import { rehypeLineBreaks } from './rehype-line-breaks.ts';
import { rehypeTabLists } from './rehype-tab-lists.ts';
import { rehypeTables } from './rehype-tables.ts';
import { rehypeTaskLists } from './rehype-task-lists.ts';
import { rehypeTranscriptTitles } from './rehype-videos.ts';

/**
 * Plugins on the HTML tree of a page: structure, then how it shows. Apart from the others because whoever only reads
 * content shows none of it, and the highlighter's 190 languages are 190 files to load.
 */
export function rehypePlugins(options: MarkdownOptions): RehypeList {
  return [
    ...structurePlugins(options),
    [rehypeFootnotes, options],
    [rehypeTaskLists, options],
    [rehypeTables, options],
    [rehypeTabLists, options],
    [rehypeAnchorLinks, options],
    [rehypeExternalLinks, options],
    [rehypeImages, options],
    [rehypeTranscriptTitles, options],
    [rehypeEmbedScreens, options],
    rehypeHighlight,
    [rehypeCode, options],
    rehypeLineBreaks,
  ];
}
