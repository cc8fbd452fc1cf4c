import type { RehypePlugin, RemarkPlugin } from '@astrojs/markdown-remark';
import rehypeRaw from 'rehype-raw';
import type { MarkdownOptions } from './options.ts';
import { rehypeAllowedHtml } from './rehype-allowed-html.ts';
import { rehypeDetailsBody } from './rehype-details-body.ts';
import { rehypeEmbeddedVideos } from './rehype-embedded-videos.ts';
import { rehypeHeadings } from './rehype-headings.ts';
import { rehypeLinks } from './rehype-links.ts';
import { rehypeVideos } from './rehype-videos.ts';
import { remarkCallouts } from './remark-callouts.ts';
import { remarkCodeFences } from './remark-code-fences.ts';
import { remarkDetails } from './remark-details.ts';
import { remarkDirectives } from './remark-directives.ts';
import { remarkExplicitAnchors } from './remark-explicit-anchors.ts';
import { remarkFor } from './remark-for.ts';
import { remarkImageUrls } from './remark-image-urls.ts';
import { remarkListBlocks } from './remark-list-blocks.ts';
import { remarkPlaceholders } from './remark-placeholders.ts';
import { remarkTabs } from './remark-tabs.ts';
import { remarkTranscript } from './remark-transcript.ts';
import { remarkVariantBlocks } from './remark-variant-blocks.ts';

type RemarkList = (RemarkPlugin | [RemarkPlugin, MarkdownOptions])[];
export type RehypeList = (RehypePlugin | [RehypePlugin, MarkdownOptions])[];

/** Plugins on the Markdown tree, after GFM. */
export function remarkPlugins(options: MarkdownOptions): RemarkList {
  return [
    remarkPlaceholders,
    remarkCodeFences,
    remarkDirectives,
    remarkVariantBlocks,
    [remarkFor, options],
    [remarkTabs, options],
    [remarkCallouts, options],
    remarkDetails,
    remarkListBlocks,
    remarkTranscript,
    remarkExplicitAnchors,
    [remarkImageUrls, options],
  ];
}

/** Plugins on the HTML tree that decide what the page says: headings, anchors and links. Sections are made from their outcome. */
export function structurePlugins(options: MarkdownOptions): RehypeList {
  return [
    rehypeRaw,
    rehypeAllowedHtml,
    rehypeDetailsBody,
    rehypeHeadings,
    [rehypeLinks, options],
    [rehypeVideos, options],
    rehypeEmbeddedVideos,
  ];
}
