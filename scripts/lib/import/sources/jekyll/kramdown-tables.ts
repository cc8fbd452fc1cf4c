import { codeLines } from '../dialect/lines-outside-code.ts';

const separator = /^[\s:|+=-]+$/;

/**
 * Tables of kramdown as GitHub's: those without a head get their first row as one, and lines between rows go
 * (`|-----+-----|`, `|=====|`).
 */
export function readTables(body: string): string {
  if (!/^\s{0,3}\|/m.test(body)) return body;
  const lines = body.split('\n');
  const isCode = codeLines(body);
  const isRow = (index: number): boolean => !isCode[index] && /^\s{0,3}\|.*\|\s*$/.test(lines[index] ?? '');
  const out: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!isRow(index) || (index > 0 && (lines[index - 1] ?? '').trim())) {
      out.push(lines[index] ?? '');
      continue;
    }
    const start = index;
    while (isRow(index + 1)) index++;
    for (const line of readTable(lines.slice(start, index + 1))) out.push(line);
  }
  return out.join('\n');
}

function readTable(table: string[]): string[] {
  const isSeparator = (line: string): boolean => separator.test(line) && /[-=]/.test(line);
  const rows = table.filter((line) => !isSeparator(line));
  const [head] = rows;
  const divider = table.findIndex((line, index) => index > 0 && isSeparator(line));
  // A line above all rows or below them is an ornament; the first one between them divides head and body.
  if (head === undefined) return table;
  const columns = cellsOf(withCodePipes(head));
  const written = divider > 0 ? table[divider] : undefined;
  const marks = written === undefined ? [] : cellsOf(written.replaceAll('+', '|').replaceAll('=', '-'));
  const line = Array.from({ length: columns.length }, (_, index) => {
    const mark = (marks[index] ?? '').trim();
    return /^:?-+:?$/.test(mark) ? mark.replace(/-+/, '---') : '---';
  });
  return [head, `| ${line.join(' | ')} |`, ...rows.slice(1)].map(withCodePipes);
}

/** A pipe in code divides no cells, which GitHub's tables want to be told. */
function withCodePipes(row: string): string {
  return row.replace(/(`{1,9})([^`]{1,500})\1/g, (code) => code.replace(/(?<!\\)\|/g, '\\|'));
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/);
}
