import type { Element, ElementContent, Root } from 'hast';

type Node = Element | ElementContent | Root['children'][number];

const SILENT = new Set(['script', 'style', 'template', 'img', 'input', 'hr', 'svg', 'video', 'audio']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'pre', 'blockquote', 'figcaption', 'dt', 'dd', 'summary']);
const ENDS_SENTENCE = /[.!?。！？…:：;；]["'”’」』)）]*$/;

/**
 * What a block says, in running text with single spaces: list items keep their number or a bullet,
 * a table is read row by row (`Basic: €5.`, `Plan: Basic, Price: €5, Riders: 1.`).
 * `skip` names elements that say nothing of their own, such as a callout's standard title.
 */
export function textOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  return read(node, skip)
    .replace(/[^\S\ufeff]+/g, ' ')
    .trim();
}

function read(node: Node, skip: (element: Element) => boolean): string {
  if (node.type === 'text') return node.value;
  if (
    node.type !== 'element' ||
    SILENT.has(node.tagName) ||
    'dataFootnoteBackref' in node.properties ||
    'dataFootnoteRef' in node.properties ||
    skip(node)
  )
    return '';
  if (node.tagName === 'table') return readTable(node, skip);
  if (node.tagName === 'ol' || node.tagName === 'ul') return readList(node, skip);
  const inner = node.children.map((child) => read(child, skip)).join('');
  return BREAKS.has(node.tagName) ? ` ${inner} ` : inner;
}

function readList(list: Element, skip: (element: Element) => boolean): string {
  const start = Number(list.properties.start ?? 1);
  const items = elements(list, 'li').map((item) =>
    item.children
      .map((child) => read(child, skip))
      .join('')
      .trim(),
  );
  return ` ${items.map((item, index) => `${list.tagName === 'ol' ? `${start + index}.` : '•'} ${item}`).join(' ')} `;
}

function readTable(table: Element, skip: (element: Element) => boolean): string {
  const rows = [
    ...elements(table, 'tr'),
    ...['thead', 'tbody', 'tfoot'].flatMap((part) => elements(table, part)).flatMap((part) => elements(part, 'tr')),
  ];
  const cells = rows.map((row) =>
    row.children.filter((cell): cell is Element => cell.type === 'element').map((cell) => textOf(cell, skip)),
  );
  const titled = rows[0] ? elements(rows[0], 'th').length > 1 : false;
  const head = titled ? cells[0]! : [];
  const lines = cells
    .slice(titled ? 1 : 0)
    .map((row) => (row.length === 2 ? row.filter(Boolean).join(': ') : labelled(row, head)));
  const first = titled && head.length === 2 ? [head.filter(Boolean).join(': ')] : [];
  return ` ${[...first, ...lines].filter(Boolean).map(finished).join(' ')} `;
}

function labelled(row: string[], head: string[]): string {
  return row
    .map((cell, index) => (cell && head[index] ? `${head[index]}: ${cell}` : cell))
    .filter(Boolean)
    .join(', ');
}

function finished(line: string): string {
  return ENDS_SENTENCE.test(line) ? line : `${line}.`;
}

function elements(parent: Element, tagName: string): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element' && child.tagName === tagName);
}
