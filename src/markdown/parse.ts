import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { CALLOUTS } from './callout-kinds.ts';
import { findingsOf, type MarkdownFindings } from './findings.ts';
import { translatorFor } from './options.ts';
import { remarkPlugins, structurePlugins } from './plugins.ts';
import { remarkLeftovers } from './remark-leftovers.ts';
import { remarkProse } from './remark-prose.ts';
import { sectionsOf, type TextSection } from './sections.ts';

export interface ParsedMarkdown extends MarkdownFindings {
  sections: TextSection[];
}

/** How a page is parsed; see `parseMarkdown`. */
export type ParseMarkdown = (markdown: string, path: string) => ParsedMarkdown;

const structure = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkPlugins({}))
  .use(remarkProse)
  .use(remarkLeftovers)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(structurePlugins({}))
  .freeze();

/**
 * Headings, links, pictures, prose and sections of a page, by the same plugins that render it, so anchors
 * agree. `path` names the file (its locale decides the callouts' titles). Lines count from the first
 * line of `markdown`. Throws what the plugins throw, which for text of any kind is nothing but a
 * RangeError when it nests thousands of levels deep.
 */
export function parseMarkdown(markdown: string, path: string): ParsedMarkdown {
  const file = new VFile({ value: markdown, path });
  const tree = structure.runSync(structure.parse(file), file) as unknown as Root;
  const t = translatorFor(file, {});
  const standard = new Set(CALLOUTS.map((kind) => t(`callout.${kind}`)));
  const isStandardTitle = (element: Element): boolean =>
    hasClass(element, 'callout-title') && standard.has(toText(element).trim());
  return { ...findingsOf(file), sections: sectionsOf(tree, isStandardTitle) };
}

function hasClass(element: Element, name: string): boolean {
  const classes = element.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}
