import { escaped } from './plain-text.ts';

/** A block of code between fences. */
export interface CodeFence {
  /** What stands before its fence: the signs of quotes and lists. */
  margin: string;
  language: string;
  /** What follows the language. */
  meta: string;
  lines: string[];
}

/** What a block of code becomes. */
interface NewFence {
  /** A line to put above it. */
  above?: string;
  language: string;
  meta?: string;
  lines: string[];
}

/** Calls `each` with every block of code between fences, and puts together what comes back. */
export function mapCodeFences(body: string, each: (fence: CodeFence) => NewFence): string {
  const out: string[] = [];
  let open: (CodeFence & { marker: string }) | undefined;
  const write = (fence: CodeFence & { marker: string }): void => {
    const { above, language, meta, lines } = each(fence);
    const indent = fence.margin.replace(/[^\s>]/g, ' ');
    if (above) out.push(fence.margin + above, indent.trimEnd());
    out.push(`${above ? indent : fence.margin}${fence.marker}${language}${meta ? ` ${meta}` : ''}`, ...lines);
  };
  for (const line of body.split('\n')) {
    if (open) {
      const sign = /^[ \t>]{0,80}(`{3,99}|~{3,99})[ \t]*$/.exec(line)?.[1];
      if (sign?.startsWith(open.marker)) {
        write(open);
        out.push(line);
        open = undefined;
      } else open.lines.push(line);
      continue;
    }
    const [whole, margin = '', marker = '', info = ''] =
      /^([ \t>]{0,80}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,9})?)(`{3,99}|~{3,99})(.*)$/.exec(line) ?? [];
    if (whole === undefined || (marker.startsWith('`') && info.includes('`'))) out.push(line);
    else {
      const [start = '', language = ''] = /^[ \t]{0,99}([^\s{:[]{0,99})/.exec(info) ?? [];
      open = { margin, marker, language, meta: info.slice(start.length).trim(), lines: [] };
    }
  }
  if (open) write(open);
  return out.join('\n');
}

/** A comment to Twoslash on a line of its own: what to check, to point at, or to name the file. */
const twoslash =
  /^[ \t>]{0,80}\/\/[ \t]{0,200}(?:\^\?|\^\||@(?:errors?|noErrors|filename|twoslash|strict|target)\b[^\n]{0,300})/i;

/** The lines of a block that Twoslash shows: those between its marks, without its comments. */
export function shownByTwoslash(lines: readonly string[]): string[] {
  const isMark = (line: string, name: RegExp): boolean => /^[ \t>]{0,80}\/\/ ---/.test(line) && name.test(line);
  const start = lines.findLastIndex((line) => isMark(line, /---cut(?:-before)?---/));
  const end = lines.findIndex((line, index) => index > start && isMark(line, /---cut-after---/));
  return lines.slice(start + 1, end === -1 ? undefined : end).filter((line) => !twoslash.test(line));
}

/** Lines with `+`, `-` or a space before each, as `diff` has them. */
export function diffLines(lines: readonly string[], margin: string, signOf: (index: number) => string): string[] {
  const indent = margin.length;
  return lines.map((line, index) => {
    const inside = line.slice(0, indent).trim() === '' ? indent : 0;
    return line.slice(0, inside) + signOf(index) + line.slice(inside);
  });
}

/** Writes the name of a file, `filename="a.js"`, above its code. */
export function withFileNames(body: string): string {
  return mapCodeFences(body, ({ language, meta, lines }) => {
    const name = /(?:^|\s)filename="([^"]{1,200})"/.exec(meta)?.[1];
    return {
      above: name && `**${escaped(name)}**`,
      language,
      meta: /(?:^|\s)title="[^"]*"/.exec(meta)?.[0]?.trim(),
      lines,
    };
  });
}
