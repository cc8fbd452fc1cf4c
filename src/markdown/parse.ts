import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { CALLOUTS } from './callout-kinds.ts';
import { contentPath, findingsOf, stringsFor, type Findings } from './options.ts';
import { remarkPlugins, structurePlugins } from './plugins.ts';
import { sectionsOf, type TextSection } from './sections.ts';

export interface ParsedMarkdown extends Findings {
  sections: TextSection[];
}

const structure = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkPlugins({}))
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(structurePlugins({}))
  .freeze();

/** By what a page was parsed from. */
type Pages = Map<string, ParsedMarkdown>;
const PARSED = Symbol.for('signpost.parsed');
const shared = globalThis as { [PARSED]?: { asked: Pages; kept: Pages } };
/**
 * One page parses in a few milliseconds, a thousand in seconds. While writing, all but one were `asked` for before; to
 * begin with, most were `kept` by the process before (content/parse-cache.ts). Astro loads the content's configuration as
 * modules of its own, so a build has two copies of this one, and both know what either parsed.
 */
export const parsedPages = (shared[PARSED] ??= { asked: new Map(), kept: new Map() });

/**
 * Headings, links, pictures and sections of a page, by the same plugins that render it, so anchors
 * agree. `path` names the file (its locale decides the callouts' titles). Lines count from the first
 * line of `markdown`. Throws what the plugins throw, which for text of any kind is nothing but a
 * RangeError when it nests thousands of levels deep.
 */
export function parseMarkdown(markdown: string, path: string): ParsedMarkdown {
  const file = new VFile({ value: markdown, path });
  const locale = contentPath(file).split('/')[1] ?? '';
  const key = createHash('sha1').update(`${locale}\0${markdown}`).digest('base64');
  const known = parsedPages.asked.get(key) ?? parsedPages.kept.get(key);
  if (known) {
    parsedPages.asked.set(key, known);
    return known;
  }
  const tree = structure.runSync(structure.parse(file), file) as unknown as Root;
  const strings = stringsFor(file);
  const standard = new Set(CALLOUTS.map((kind) => strings(`callout.${kind}`)));
  const isStandardTitle = (element: Element): boolean => hasClass(element, 'callout-title') && standard.has(toString(element).trim());
  const result = { ...findingsOf(file), sections: sectionsOf(tree, isStandardTitle) };
  parsedPages.asked.set(key, result);
  return result;
}

function hasClass(element: Element, name: string): boolean {
  const classes = element.properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}
