import type { Nodes, RootContent } from 'mdast';
import { unmask } from './mend.ts';

/**
 * The source of a node with those nodes in it replaced that `replace` gives a text for. All else stays as it is
 * written. What takes several lines gets the margin of the list or quote that it stands in.
 */
export function replaceNodes(node: Nodes, text: string, replace: (node: Nodes) => string | undefined): string {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const whole = replace(node);
  if (whole !== undefined) return placed(whole, text, start, false);
  let result = '';
  let done = start;
  const visit = (inner: Nodes, isOneLine: boolean): void => {
    for (const child of 'children' in inner ? inner.children : []) {
      const found = replace(child);
      const from = child.position?.start.offset ?? done;
      if (found === undefined) visit(child, isOneLine || child.type === 'tableCell' || child.type === 'heading');
      else if (from >= done) {
        result += unmask(text.slice(done, from)) + placed(found, text, from, isOneLine);
        done = child.position?.end.offset ?? from;
      }
    }
  };
  visit(node, node.type === 'heading');
  return result + unmask(text.slice(done, end));
}

/** The text with the margin of its line before each of its further lines. */
export function placed(found: string, text: string, offset: number, isOneLine: boolean): string {
  if (isOneLine) return found.trim().replace(/\s+/g, ' ');
  if (!found.includes('\n')) return found;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const margin = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/.exec(line)?.[0] ?? '';
  const further = margin.replace(/[^\s>]/g, ' ');
  // A block that begins an item or a quote needs no empty lines before it.
  const shown = margin.length === line.length ? found.replace(/^\n+/, '') : found;
  return shown.replace(/\n/g, `\n${further}`);
}

/** Takes away what stands before a block on its lines: the margin of the element that it is in. */
export function withoutMargin(node: RootContent, text: string): string {
  const margin = (node.position?.start.column ?? 1) - 1;
  if (margin === 0 || !text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.slice(marginOf(line, margin))))
    .join('\n');
}

function marginOf(line: string, most: number): number {
  let length = 0;
  while (length < most && (line[length] === ' ' || line[length] === '\t' || line[length] === '>')) length += 1;
  return length;
}

/** A node as it is written. */
export function sourceOf(node: Nodes, { text }: { text: string }): string {
  return text.slice(node.position?.start.offset, node.position?.end.offset);
}
