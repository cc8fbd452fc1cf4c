import rehypeHighlight from 'rehype-highlight';
import rehypeRaw from 'rehype-raw';
import type { PluggableList } from 'unified';
import { rehypeAllowedHtml } from './allowed-html.ts';
import { remarkCallouts } from './callouts.ts';
import { rehypeCode } from './code.ts';
import { rehypeDetailsBody } from './details-body.ts';
import { remarkDetails } from './details.ts';
import { remarkDirectives } from './directives.ts';
import { remarkExplicitAnchors } from './explicit-anchors.ts';
import { rehypeExternalLinks } from './external-links.ts';
import { rehypeFootnotes } from './footnotes.ts';
import { rehypeHeadings } from './headings.ts';
import { remarkImageUrls } from './image-urls.ts';
import { rehypeImages } from './images.ts';
import { rehypeLinks } from './link-addresses.ts';
import type { MarkdownOptions } from './options.ts';
import { rehypePermalinks } from './permalinks.ts';
import { remarkSteps } from './steps.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';

/** Plugins on the Markdown tree, after GFM. */
export function remarkPlugins(options: MarkdownOptions): PluggableList {
  return [remarkDirectives, remarkCallouts, remarkDetails, remarkSteps, remarkExplicitAnchors, [remarkImageUrls, options]];
}

/** Plugins on the HTML tree that decide what the page says: headings, anchors and links. Sections are made from their outcome. */
export function structurePlugins(options: MarkdownOptions): PluggableList {
  return [rehypeRaw, rehypeAllowedHtml, rehypeDetailsBody, rehypeHeadings, [rehypeLinks, options]];
}

/** Structure, then how it shows. */
export function rehypePlugins(options: MarkdownOptions): PluggableList {
  return [
    ...structurePlugins(options),
    rehypeFootnotes,
    rehypeTaskLists,
    rehypeTables,
    rehypePermalinks,
    [rehypeExternalLinks, options],
    rehypeImages,
    rehypeHighlight,
    rehypeCode,
  ];
}
