import type { RehypePlugin, RemarkPlugin } from '@astrojs/markdown-remark';
import rehypeHighlight from 'rehype-highlight';
import rehypeRaw from 'rehype-raw';
import { rehypeAllowedHtml } from './allowed-html.ts';
import { remarkCallouts } from './callouts.ts';
import { remarkCodeFences } from './code-fences.ts';
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
import { remarkPlaceholders } from './placeholders.ts';
import { remarkSteps } from './steps.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';

type RemarkList = (RemarkPlugin | [RemarkPlugin, MarkdownOptions])[];
type RehypeList = (RehypePlugin | [RehypePlugin, MarkdownOptions])[];

/** Plugins on the Markdown tree, after GFM. */
export function remarkPlugins(options: MarkdownOptions): RemarkList {
  return [remarkPlaceholders, remarkCodeFences, remarkDirectives, remarkCallouts, remarkDetails, remarkSteps, remarkExplicitAnchors, [remarkImageUrls, options]];
}

/** Plugins on the HTML tree that decide what the page says: headings, anchors and links. Sections are made from their outcome. */
export function structurePlugins(options: MarkdownOptions): RehypeList {
  return [rehypeRaw, rehypeAllowedHtml, rehypeDetailsBody, rehypeHeadings, [rehypeLinks, options]];
}

/** Structure, then how it shows. */
export function rehypePlugins(options: MarkdownOptions): RehypeList {
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
