import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isHidden } from '../convert/inline-style.ts';
import { readAttributes } from '../convert/read-attributes.ts';

const html = unified().use(rehypeParse, { fragment: true });
const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => readAttributes)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw);
const unseen = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'video',
  'audio',
  'object',
  'input',
  'select',
  'textarea',
]);

/** The text that readers see of a body: blocks on lines of their own, without what is hidden or only a machine reads. */
export function visibleText(text: string, format: 'html' | 'markdown'): string {
  const tree = format === 'html' ? html.parse(text) : (markdown.runSync(markdown.parse(text)) as Root);
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent || !(unseen.has(node.tagName) || isHidden(node))) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table') dropHiddenColumns(node);
  });
  return toText({ type: 'element', tagName: 'pre', properties: {}, children: tree.children as never[] }).replace(
    /\[!(note|tip|important|warning|caution)\]/gi,
    ' ',
  );
}

/** GitBook keeps columns and heads of columns in a table that it does not show. */
function dropHiddenColumns(table: Element): void {
  const rows: Element[] = [];
  visit(table, 'element', (node) => void (node.tagName === 'tr' && rows.push(node)));
  const cellsOf = (row: Element | undefined): Element[] =>
    (row?.children ?? []).filter((cell): cell is Element => cell.type === 'element');
  // A box to tick is in the file as true or false.
  const hidden = cellsOf(rows[0]).map(
    ({ properties }) => properties.dataHidden !== undefined || properties.dataType === 'checkbox',
  );
  for (const row of rows)
    for (const [index, cell] of cellsOf(row).entries()) if (hidden[index] && cell.tagName === 'td') cell.children = [];
  if (table.properties.dataView === 'cards' || table.properties.dataHeaderHidden !== undefined)
    for (const cell of cellsOf(rows[0])) if (cell.tagName === 'th') cell.children = [];
  for (const cell of cellsOf(rows[0])) if (cell.properties.dataHidden !== undefined) cell.children = [];
}
