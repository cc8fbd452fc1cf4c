/** Python-Markdown counts in fours: the body of a block is indented by four columns more than its first line. */
export const step = 4;

/** How many columns a line is indented by; a tab reaches to the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const letter of line) {
    if (letter === ' ') columns += 1;
    else if (letter === '\t') columns += step - (columns % step);
    else break;
  }
  return columns;
}

/** Takes up to `columns` of white space off the start of a line; what a tab reaches beyond them stays as spaces. */
export function dedentedBy(line: string, columns: number): string {
  let at = 0;
  let passed = 0;
  while (passed < columns && (line[at] === ' ' || line[at] === '\t')) {
    passed += line[at] === '\t' ? step - (passed % step) : 1;
    at += 1;
  }
  return ' '.repeat(Math.max(0, passed - columns)) + line.slice(at);
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The lines of a block below its first one: all that are indented by `columns` or more, and empty lines between them. */
export function bodyBelow(lines: readonly string[], start: number, columns: number): { body: string[]; next: number } {
  let end = start;
  let last = start;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (!isBlank(line)) {
      if (indentOf(line) < columns) break;
      last = end + 1;
    }
    end += 1;
  }
  return { body: lines.slice(start, last), next: last };
}

/** Indents lines; empty ones stay empty. */
export function indentedBy(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => (line ? indent + line : line));
}
