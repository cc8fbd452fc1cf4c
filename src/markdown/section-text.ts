import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { hasClass, isElement } from './rehype-details-body.ts';

type Node = Element | ElementContent | Root['children'][number];

const SILENT = new Set(['script', 'style', 'template', 'img', 'input', 'hr', 'svg', 'video', 'audio']);
const BREAKS = new Set(['p', 'div', 'li', 'tr', 'blockquote', 'dt', 'dd', 'summary']);
/** Elements that say nothing to one who doesn't see what is around them. */
const ASIDES = new Set(['pre', 'figcaption']);
const ENDS_SENTENCE = /[.!?。！？…:：;；]["'”’」』)）]*$/;
/** A block whose letters are links by more than this share sends elsewhere rather than says anything. */
const MOSTLY_LINKS = 0.6;

/** Begins a line that only makes sense where it stands. */
export const ASIDE = '\t';
/** Between the cells of a row. */
export const CELL = ' · ';

/**
 * What a block says, a line for each paragraph, list item and row of a table, with single spaces: list items keep their
 * number or a bullet, rows say the headings (`Basic: €5.`, `Plan: Basic · Price: €5 · Riders: 1`). A line of code, of links
 * or below a picture begins with a tab.
 * `skip` names elements that say nothing of their own, such as a callout's standard title.
 */
export function textOf(node: Node, skip: (element: Element) => boolean = () => false): string {
  const written = sendsElsewhere(node) ? aside(read(node, skip)) : read(node, skip);
  return written
    .split('\n')
    .map((line) => {
      const said = inline(line);
      return said && /^ *\t/.test(line) ? `${ASIDE}${said}` : said;
    })
    .filter(Boolean)
    .join('\n');
}

function inline(text: string): string {
  return text.replace(/[^\S\ufeff]+/g, ' ').trim();
}

function read(node: Node, skip: (element: Element) => boolean): string {
  if (node.type === 'text') return node.value.replace(/[^\S\ufeff]+/g, ' ');
  if (
    node.type !== 'element' ||
    SILENT.has(node.tagName) ||
    'dataFootnoteBackref' in node.properties ||
    'dataFootnoteRef' in node.properties ||
    skip(node)
  )
    return '';
  if (node.tagName === 'br') return ' ';
  if (node.tagName === 'table') return readTable(node, skip);
  if (node.tagName === 'ol' || node.tagName === 'ul') return readList(node, skip);
  const name = node.children.find((child) => isElement(child, 'summary'));
  if (name && (node.properties.dataFor !== undefined || hasClass(node, 'tab'))) return readVariant(node, name, skip);
  const inner = node.children.map((child) => read(child, skip)).join('');
  if (ASIDES.has(node.tagName) || isCaption(node)) return aside(inner);
  return BREAKS.has(node.tagName) ? `\n${inner}\n` : inner;
}

/** What is not for everybody says so before its first words: `Android: Hold the button.` */
function readVariant(block: Element, name: ElementContent, skip: (element: Element) => boolean): string {
  const said = block.children.map((child) => (child === name ? '' : read(child, skip))).join('');
  // Chinese and Japanese have a wide colon, without a space.
  const colon = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(said.trim()) ? '：' : ': ';
  return `\n${inline(read(name, skip))}${colon}${said.trim()}\n`;
}

function readList(list: Element, skip: (element: Element) => boolean): string {
  const start = Number(list.properties.start ?? 1);
  const items = elements(list, 'li').map((item) =>
    item.children
      .map((child) => read(child, skip))
      .join('')
      .trim(),
  );
  return `\n${items.map((item, index) => `${list.tagName === 'ol' ? `${start + index}.` : '•'} ${item}`).join('\n')}\n`;
}

function readTable(table: Element, skip: (element: Element) => boolean): string {
  const rows = [
    ...elements(table, 'tr'),
    ...['thead', 'tbody', 'tfoot'].flatMap((part) => elements(table, part)).flatMap((part) => elements(part, 'tr')),
  ];
  const cells = rows.map((row) =>
    row.children
      .filter((cell): cell is Element => cell.type === 'element')
      .map((cell) => cellText(cell.children.map((child) => read(child, skip)).join(''))),
  );
  const titled = rows[0] ? elements(rows[0], 'th').length > 1 : false;
  const head = titled ? cells[0]! : [];
  const lines = cells
    .slice(titled ? 1 : 0)
    .map((row) => (row.length === 2 ? finished(row.filter(Boolean).join(': ')) : labelled(row, head)));
  // Of two columns the first one names what the second one says.
  const first = titled && head.length === 2 ? [`${ASIDE}${finished(head.filter(Boolean).join(': '))}`] : [];
  return `\n${[...first, ...lines].join('\n')}\n`;
}

/** A list in a cell is an enumeration. */
function cellText(text: string): string {
  const lines = text.split('\n').map(inline).filter(Boolean);
  return lines.reduce((before, line) => {
    const item = line.startsWith('• ') ? line.slice(2) : line;
    return before === '' ? item : `${before}${item === line ? ' ' : ', '}${item}`;
  }, '');
}

function labelled(row: string[], head: string[]): string {
  return row
    .map((cell, index) => (cell && head[index] ? `${head[index]}: ${cell}` : cell))
    .filter(Boolean)
    .join(CELL);
}

function finished(line: string): string {
  return line === '' || ENDS_SENTENCE.test(line) ? line : `${line}.`;
}

/** The lines of a text, each as one that only makes sense where it stands. */
function aside(text: string): string {
  return `\n${text
    .trim()
    .split('\n')
    .map((line) => `${ASIDE}${line}`)
    .join('\n')}\n`;
}

/** Whether a paragraph or a list of bullets is of links, such as a list of contents: steps are steps, linked or not. */
function sendsElsewhere(node: Node): boolean {
  if (node.type !== 'element' || (node.tagName !== 'p' && node.tagName !== 'ul')) return false;
  const parts = node.tagName === 'p' ? [node] : elements(node, 'li');
  return parts.length > 0 && parts.every((part) => lettersOfLinks(part) > MOSTLY_LINKS * letters(part));
}

/** Whether a paragraph is set in italics as a whole, as what is said of a picture often is. */
function isCaption({ tagName, children }: Element): boolean {
  const said = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return (
    tagName === 'p' && said.length > 0 && said.every((child) => child.type === 'element' && child.tagName === 'em')
  );
}

function lettersOfLinks(node: ElementContent): number {
  if (node.type !== 'element') return 0;
  return node.tagName === 'a' ? letters(node) : node.children.reduce((sum, child) => sum + lettersOfLinks(child), 0);
}

function letters(node: Element): number {
  return toText(node).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function elements(parent: Element, tagName: string): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element' && child.tagName === tagName);
}
