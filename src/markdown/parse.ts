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
import { hasClass } from './rehype-details-body.ts';
import { remarkLeftovers } from './remark-leftovers.ts';
import { remarkProse } from './remark-prose.ts';
import { sectionsOf, type TextSection } from './sections.ts';
import type { SiteVariants } from './variants.ts';

export interface ParsedMarkdown extends MarkdownFindings {
  sections: TextSection[];
}

/** How a page is parsed; see `parseMarkdown`. */
export type ParseMarkdown = (markdown: string, path: string, variants?: SiteVariants) => ParsedMarkdown;

const NONE: SiteVariants = { choices: {}, defaultLocale: '' };
/** By what texts can be for, which is one object for as long as the site's settings stay as they are. */
const structures = new WeakMap<SiteVariants, ReturnType<typeof structureFor>>();

function structureFor(variants: SiteVariants) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkPlugins({ variants }))
    .use(remarkProse)
    .use(remarkLeftovers)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(structurePlugins({ variants }))
    .freeze();
}

/**
 * Headings, links, pictures, prose and sections of a page, by the same plugins that render it, so anchors
 * agree. `path` names the file (its locale decides the callouts' titles and the labels of variants). Lines count from the first
 * line of `markdown`. Throws what the plugins throw, which for text of any kind is nothing but a
 * RangeError when it nests thousands of levels deep.
 */
export function parseMarkdown(markdown: string, path: string, variants: SiteVariants = NONE): ParsedMarkdown {
  const structure = structures.get(variants) ?? structureFor(variants);
  structures.set(variants, structure);
  const file = new VFile({ value: markdown, path });
  const tree = structure.runSync(structure.parse(file), file) as unknown as Root;
  const t = translatorFor(file, {});
  const standard = new Set(CALLOUTS.map((kind) => t(`callout.${kind}`)));
  const isStandardTitle = (element: Element): boolean =>
    hasClass(element, 'callout-title') && standard.has(toText(element).trim());
  return { ...findingsOf(file), sections: sectionsOf(tree, isStandardTitle) };
}
