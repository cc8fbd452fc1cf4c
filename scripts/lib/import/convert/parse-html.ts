import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { markAnchors } from './anchor-marks.ts';
import { cleanHtml } from './clean-html.ts';
import type { ConversionLog } from './conversion.ts';
import { flattenTables } from './flatten-tables.ts';
import { handlers, restoreInlineHtml } from './html-handlers.ts';

const parser = unified().use(rehypeParse, { fragment: true });
const converter = unified().use(rehypeRemark, { handlers });

/** Reads the HTML body of an article. */
export function parseHtml(html: string, log: ConversionLog): Root {
  return fromHast(parser.parse(html), log);
}

/** Turns an HTML tree into a Markdown tree; `hast` is changed on the way. */
export function fromHast(hast: HastRoot, log: ConversionLog): Root {
  cleanHtml(hast, log);
  flattenTables(hast, log.note);
  markAnchors(hast);
  const tree = converter.runSync(hast) as Root;
  restoreInlineHtml(tree);
  return tree;
}
