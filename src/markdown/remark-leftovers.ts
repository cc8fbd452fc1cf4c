import type { Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Diagnostic, findingsOf } from './findings.ts';
import { looseLinks } from './loose-links.ts';

/** What a template or a note to oneself leaves in a text: `{{price}}`, `{% include x %}`, `TODO`. */
const LEFTOVERS = [
  /\{\{[^{}\n]{1,200}\}\}/gu,
  /\{%[^%\n]{1,200}%\}/gu,
  // Scripts without spaces have their signs right beside it.
  /(?<![\p{Script=Latin}\p{N}_-])(?:TODO|FIXME|TBD)(?![\p{Script=Latin}\p{N}_-])/gu,
  /lorem ipsum/giu,
];

/** Colons that end no block, and a variant or a tab whose colons or braces make none. */
const FENCES = [
  { kind: 'unopened', pattern: /^:{3,}[ \t]*$/gmu },
  { kind: 'no-variant', pattern: /^:{3,}[ \t]*(?:for|tabs?)(?![\w-]).*|(?<![\w:]):{1,2}(?:for|tabs?)[{[].*/gimu },
] as const;
const LONGEST_FENCE = 60;

/** What of a text was not meant for readers, in the order of the kinds above. */
export function leftoversIn(text: string): { found: string; at: number }[] {
  return LEFTOVERS.flatMap((pattern) => [...text.matchAll(pattern)].map(({ 0: found, index: at }) => ({ found, at })));
}

/** A line that begins and parts like a row of a table: `| Plan | Price |`. */
function isRow(line: string): boolean {
  const [before, ...cells] = line.split('|');
  return before!.trim() === '' && cells.length >= 2 && cells.slice(0, -1).some((cell) => cell.trim() !== '');
}

/**
 * Notes what shows as it was written although it was meant otherwise: what templates and notes to oneself left over, rows
 * of a table that is none since it lacks its line of dashes, links that are none since their addresses have spaces, and
 * colons that make no block.
 * Code is what it is.
 */
export function remarkLeftovers() {
  return (tree: Root, file: VFile): void => {
    const { diagnostics } = findingsOf(file);
    visit(tree, 'text', ({ value, position }) => {
      if (!position) return;
      for (const { found, at } of leftoversIn(value))
        diagnostics.push({ kind: 'leftover', name: found, ...placeOf(value, at, position.start) });
      for (const { kind, pattern } of FENCES)
        for (const { 0: found, index: at } of value.matchAll(pattern)) {
          const name = found.trim().slice(0, LONGEST_FENCE);
          diagnostics.push({ kind, name, ...placeOf(value, at, position.start) });
        }
    });
    visit(tree, 'paragraph', (node) => {
      const lines = rowsOf(node, String(file));
      const at = lines.findIndex((line, index) => isRow(line) && isRow(lines[index + 1] ?? ''));
      if (at !== -1) diagnostics.push({ kind: 'table', name: lines[at]!.trim(), line: node.position!.start.line + at });
    });
    diagnostics.push(...looseLinksOf(String(file)));
  };
}

function looseLinksOf(source: string): Diagnostic[] {
  return looseLinks(source).map(({ at, find, replace, address }) => {
    const before = source.slice(0, at + find.indexOf(address)).split('\n');
    const place = { line: before.length, column: before.at(-1)!.length + 1 };
    return { kind: 'loose-link', name: address, ...place, mend: { find, replace } };
  });
}

function rowsOf({ position }: Paragraph, source: string): string[] {
  return position ? source.slice(position.start.offset, position.end.offset).split('\n') : [];
}

function placeOf(
  value: string,
  at: number,
  start: { line: number; column: number },
): Pick<Diagnostic, 'line' | 'column'> {
  const before = value.slice(0, at).split('\n');
  // On later lines of a text its indentation is gone, and with it the column.
  return before.length === 1
    ? { line: start.line, column: start.column + at }
    : { line: start.line + before.length - 1 };
}
