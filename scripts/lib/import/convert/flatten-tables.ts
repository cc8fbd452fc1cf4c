import type { Element, ElementContent, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { SKIP, visit } from 'unist-util-visit';
import type { AddNote } from './conversion.ts';

const blocks = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'pre',
  'blockquote',
  'tabs',
  'tab',
  'tablabel',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'figure',
  'figcaption',
  'table',
  'dl',
  'dt',
  'dd',
  'hr',
  'tr',
]);
/** The most columns a cell may span; browsers stop at 1,000, and nobody reads a table that wide. */
const widest = 100;

/**
 * Fits tables to what Markdown can hold: a cell is one line, so its paragraphs and list items are parted
 * by `<br>`; a table of one cell was only layout and is replaced by what it holds.
 */
export function flattenTables(tree: Root, note: AddNote): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || index === undefined || !parent) return;
    const rows = rowsOf(node);
    const cells = rows.flatMap(cellsOf);
    if (cells.length <= 1) {
      parent.children.splice(index, 1, ...(cells[0]?.children ?? []));
      note('changed', 'layout-table-removed', 'a table of one cell was replaced by what it held');
      return [SKIP, index];
    }
    for (const cell of cells) {
      limitSpan(cell, 'colSpan', widest);
      limitSpan(cell, 'rowSpan', rows.length);
      if (cell.children.some((child) => child.type === 'element' && blocks.has(child.tagName))) {
        if (hasList(cell)) note('changed', 'list-in-table-cell', 'a list inside a table cell became lines');
        cell.children = inlined(cell.children);
      }
    }
    boldRowToHeader(node, rows);
    return SKIP;
  });
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of elements(table)) {
    if (child.tagName === 'tr') rows.push(child);
    else if (['thead', 'tbody', 'tfoot'].includes(child.tagName))
      rows.push(...elements(child).filter((row) => row.tagName === 'tr'));
  }
  return rows;
}

function cellsOf(row: Element): Element[] {
  return elements(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');
}

function elements(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === 'element');
}

function limitSpan(cell: Element, name: 'colSpan' | 'rowSpan', most: number): void {
  const span = Number(cell.properties[name] ?? 1);
  if (!(span >= 1 && span <= most)) cell.properties[name] = span > most ? most : 1;
}

function hasList(node: Element): boolean {
  return elements(node).some((child) => child.tagName === 'ul' || child.tagName === 'ol' || hasList(child));
}

/** The content as one line: blocks become runs parted by `br`, list items begin with a bullet or their number. */
function inlined(children: ElementContent[]): ElementContent[] {
  const runs: ElementContent[][] = [[]];
  const open = (lead = ''): void => void runs.push(lead ? [{ type: 'text', value: lead }] : []);
  const walk = (nodes: ElementContent[], list?: { ordered: boolean; next: number }): void => {
    for (const node of nodes) {
      if (node.type !== 'element' || !blocks.has(node.tagName)) {
        if (!(list && node.type === 'text' && !node.value.trim())) runs.at(-1)?.push(node);
        continue;
      }
      if (node.tagName === 'pre') {
        for (const line of toText(node).trimEnd().split('\n')) {
          open();
          runs
            .at(-1)
            ?.push({ type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: line }] });
        }
      } else if (node.tagName === 'li') {
        open(list?.ordered ? `${list.next++}. ` : '• ');
        const [first, ...rest] = node.children.filter((child) => !(child.type === 'text' && !child.value.trim()));
        const paragraph = first?.type === 'element' && ['p', 'div'].includes(first.tagName);
        walk(paragraph ? [...first.children, ...rest] : first ? [first, ...rest] : []);
      } else {
        open();
        walk(node.children, /^[ou]l$/.test(node.tagName) ? { ordered: node.tagName === 'ol', next: 1 } : undefined);
      }
      open();
    }
  };
  walk(children);
  const full = runs.filter((run) => run.some((node) => node.type !== 'text' || node.value.trim()));
  return full.flatMap((run, index) =>
    index === 0 ? run : [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }, ...run],
  );
}

/** Without header cells, a first row that is bold throughout is the header. */
function boldRowToHeader(table: Element, rows: Element[]): void {
  const first = rows[0];
  if (!first || rows.some((row) => cellsOf(row).some((cell) => cell.tagName === 'th'))) return;
  const cells = cellsOf(first);
  const bold = (cell: Element): Element | undefined => {
    const content = cell.children.filter((child) => !(child.type === 'text' && !child.value.trim()));
    const only = content.length === 1 ? content[0] : undefined;
    return only?.type === 'element' && ['strong', 'b'].includes(only.tagName) ? only : undefined;
  };
  if (table.children.length === 0 || cells.length < 2 || !cells.every(bold)) return;
  for (const cell of cells) {
    cell.tagName = 'th';
    cell.children = bold(cell)?.children ?? cell.children;
  }
}
