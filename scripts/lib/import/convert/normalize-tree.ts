import type { Delete, Emphasis, Parents, PhrasingContent, Root, RootContent, Strong } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';

/**
 * Puts a tree into the shape that Markdown can write well: no empty nodes, no white space at the edges of bold
 * text and links (there it would not be Markdown), neighbours of one kind joined, line breaks in tables as `<br>`.
 */
export function normalizeTree(tree: Root): void {
  normalizeChildren(tree, false);
}

function normalizeChildren(parent: Parents, inCell: boolean): void {
  const children: RootContent[] = [];
  const joined = new Set<Parents>();
  const inLine = parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell';
  for (const written of parent.children as RootContent[]) {
    const child = inLine ? codeInLine(written) : written;
    if ('children' in child) normalizeChildren(child, inCell || child.type === 'tableCell');
    for (const node of hoistSpace(child)) {
      const last = children.at(-1);
      if (isEmpty(node)) continue;
      if (node.type === 'text' && last?.type === 'text') last.value += node.value;
      // Two code spans side by side would be one with backticks in it.
      else if (node.type === 'inlineCode' && last?.type === 'inlineCode') last.value += node.value;
      else if (isStyle(node) && last?.type === node.type) {
        last.children.push(...node.children);
        joined.add(last);
      } else children.push(inCell && node.type === 'break' ? { type: 'html', value: '<br>' } : node);
    }
  }
  // What stood at their inner edges are neighbours now.
  for (const node of joined) normalizeChildren(node, inCell);
  if (inLine) trimEdges(children);
  parent.children = children as typeof parent.children;
}

/** Two of one kind side by side would be one with asterisks, underscores or tildes in it. */
function isStyle(node: RootContent): node is Strong | Emphasis | Delete {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

/**
 * Odd HTML puts a block of code into a line; there it can only be code in the line. Code of nothing but white space is
 * the space between words: as code it would be two backticks, which begin another span.
 */
function codeInLine(node: RootContent): RootContent {
  if (node.type !== 'code' && node.type !== 'inlineCode') return node;
  if (!node.value.trim()) return { type: 'text', value: node.value && ' ' };
  return node.type === 'code' ? { type: 'inlineCode', value: node.value.replace(/\s+/g, ' ') } : node;
}

/** `**bold **` becomes `**bold** `. */
function hoistSpace(node: RootContent): RootContent[] {
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'link' && node.type !== 'delete')
    return [node];
  const before = takeSpace(node.children, 'start');
  const after = takeSpace(node.children, 'end');
  const kept = node.children.length > 0 && node.children.some((child) => !isEmpty(child)) ? [node] : [];
  return [...before, ...kept, ...after];
}

function takeSpace(children: PhrasingContent[], edge: 'start' | 'end'): RootContent[] {
  const node = edge === 'start' ? children[0] : children.at(-1);
  if (node?.type === 'break') {
    children.splice(edge === 'start' ? 0 : -1, 1);
    return [node];
  }
  if (node?.type !== 'text') return [];
  const trimmed = edge === 'start' ? node.value.replace(/^[ \t\n]+/, '') : trimEnd(node.value);
  if (trimmed === node.value) return [];
  node.value = trimmed;
  if (!trimmed) children.splice(edge === 'start' ? 0 : -1, 1);
  return [{ type: 'text', value: ' ' }];
}

/** A text without the white space of Markdown at its end; a pattern would look at each run of it in the text. */
function trimEnd(text: string): string {
  let end = text.length;
  while (/[ \t\n]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function trimEdges(children: RootContent[]): void {
  while (children[0]?.type === 'break') children.shift();
  while (children.at(-1)?.type === 'break') children.pop();
  const first = children[0];
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t\n]+/, '');
  const last = children.at(-1);
  if (last?.type === 'text') last.value = trimEnd(last.value);
  if (first?.type === 'text' && !first.value) children.shift();
  if (last?.type === 'text' && !last.value && children.at(-1) === last) children.pop();
}

const hollow = new Set([
  'paragraph',
  'heading',
  'strong',
  'emphasis',
  'delete',
  'link',
  'list',
  'listItem',
  'blockquote',
]);

function isEmpty(node: RootContent): boolean {
  if (node.type === 'text' || node.type === 'html') return node.value === '';
  if (!('children' in node) || !hollow.has(node.type)) return false;
  if (node.children.length === 0) return true;
  return (
    phrasing(node) === false &&
    (node.type === 'paragraph' || node.type === 'heading') &&
    node.children.every((child) => child.type === 'text' && !child.value.trim())
  );
}
