import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as toText } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { imageName } from '../assets.ts';
import type { Note } from '../source.ts';

const parser = unified().use(rehypeParse, { fragment: true });

interface Around {
  titleOf(address: string): string | undefined;
  notes: Note[];
}

/**
 * Writes the tables that GitBook does not show as such in plain HTML: cards become a list with a link for each, columns
 * and headings that readers did not see go, and a page or a picture that a cell holds is shown by its title or itself.
 */
export function showTables(body: string, around: Around): string {
  let text = '';
  let from = 0;
  for (let at = body.indexOf('<table'); at !== -1; at = body.indexOf('<table', from)) {
    const end = body.indexOf('</table>', at);
    if (end === -1) break;
    const source = body.slice(at, end + '</table>'.length);
    text +=
      body.slice(from, at) +
      (/\bdata-(?:view|hidden|header-hidden|type)\b/.test(source) ? shown(source, around) : source);
    from = at + source.length;
  }
  return text + body.slice(from);
}

function shown(source: string, around: Around): string {
  const tree = parser.parse(source);
  const table = tree.children.find((node): node is Element => isElement(node, 'table'));
  if (!table) return source;
  const rows = all(table, 'tr');
  const header = rows[0] && all(rows[0], 'th').length > 0 ? rows.shift() : undefined;
  const columns = header ? cells(header) : [];
  for (const row of rows) for (const [index, cell] of cells(row).entries()) showCell(cell, columns[index], around);
  if (table.properties.dataView === 'cards') {
    const items = rows.map((row) => card(cells(row), columns, around));
    return toHtml({
      type: 'element',
      tagName: 'ul',
      properties: {},
      children: items.filter((item) => item.children.length > 0),
    });
  }
  for (const row of header ? [header, ...rows] : rows)
    row.children = row.children.filter((cell) => !isElement(cell) || !isHidden(columns[cells(row).indexOf(cell)]));
  if (table.properties.dataHeaderHidden !== undefined) for (const cell of columns) cell.children = [];
  return toHtml(tree as Root).replace(/\n\s*\n/g, '\n');
}

/** A card: its picture, then what stands on it; the first of that leads where the card does. */
function card(all: Element[], columns: Element[], around: Around): Element {
  const at = (name: string): Element | undefined =>
    all[columns.findIndex((column) => column.properties[name] !== undefined)];
  const target = linkIn(at('dataCardTarget'));
  const seen = all
    .filter((_, index) => !isHidden(columns[index]))
    .filter((cell) => toText(cell).trim() || find(cell, 'img'));
  const cover = find(at('dataCardCover'), 'img');
  if (cover && /^(?:https?:)?\/\//.test(String(cover.properties.src))) {
    around.notes.push({
      level: 'lost',
      kind: 'cover-dropped',
      detail: `the picture of a card, ${String(cover.properties.src).slice(0, 200)}, is on another site`,
    });
  }
  const blocks = seen.map((cell): Element => box(cell.children));
  const [first] = blocks;
  if (target !== undefined && !seen.some((cell) => linkIn(cell) === target)) {
    if (first && !find(first, 'a')) first.children = [link(target, first.children)];
    else blocks.push(box([link(target, [{ type: 'text', value: around.titleOf(target) ?? target }])]));
  }
  const picture = cover && !/^(?:https?:)?\/\//.test(String(cover.properties.src)) ? [box([cover])] : [];
  return { type: 'element', tagName: 'li', properties: {}, children: [...picture, ...blocks] };
}

/** A cell holds a link to what it shows: a page is shown by its title, a picture by itself, a box by its tick. */
function showCell(cell: Element, column: Element | undefined, { titleOf }: Around): void {
  if (column?.properties.dataType === 'checkbox') {
    const value = toText(cell).trim();
    cell.children = [{ type: 'text', value: value === 'true' ? '☑' : value === 'false' ? '☐' : value }];
  }
  visit(cell, 'element', (node) => {
    const href = node.properties.href;
    if (node.tagName !== 'a' || typeof href !== 'string') return;
    const text = toText(node).trim();
    const isName = text === href || href.endsWith(`/${text}`);
    if (!isName) return;
    if (imageName.test(href.replace(/[?#].*/s, ''))) {
      node.tagName = 'img';
      node.properties = { src: href, alt: '' };
      node.children = [];
      return;
    }
    node.children = [{ type: 'text', value: titleOf(href) ?? text }];
  });
}

function isHidden(column: Element | undefined): boolean {
  return column?.properties.dataHidden !== undefined;
}

function linkIn(cell: Element | undefined): string | undefined {
  const href = cell && find(cell, 'a')?.properties.href;
  return typeof href === 'string' && href ? href : undefined;
}

function cells(row: Element): Element[] {
  return row.children.filter((cell): cell is Element => isElement(cell, 'td') || isElement(cell, 'th'));
}

function all(node: Element, tagName: string): Element[] {
  const found: Element[] = [];
  visit(node, 'element', (inner) => void (inner.tagName === tagName && found.push(inner)));
  return found;
}

function find(node: Element | undefined, tagName: string): Element | undefined {
  return node && all(node, tagName)[0];
}

function isElement(node: { type: string }, tagName?: string): node is Element {
  return node.type === 'element' && (tagName === undefined || (node as Element).tagName === tagName);
}

function box(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties: {}, children };
}

function link(href: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'a', properties: { href }, children };
}
