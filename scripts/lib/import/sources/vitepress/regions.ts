import { dedented } from '../dialect/blocks.ts';

/** Marks of a region in any language: `// #region name`, `<!-- #endregion name -->`, `#pragma region name`, `#Region name`. */
const mark =
  /^(?:(?:\/\/|\/\*|<!--|::|--|;|%|REM|#)[ \t]{0,9})?#?(?:pragma[ \t]{1,9})?((?:end[ \t]?)?region)\b[ \t]{0,9}([\w*-]{0,100})[ \t]{0,9}(?:\*\/|-->)?$/i;

/** The lines of a file between the marks of a region, without other marks; undefined when it has none of this name. */
export function regionOf(text: string, name: string): string | undefined {
  const lines = text.split('\n');
  const marks = lines.map((line) => mark.exec(line.trim().slice(0, 300)));
  const start = marks.findIndex((found) => found?.[1]?.toLowerCase() === 'region' && found[2] === name);
  if (start === -1) return undefined;
  let open = 0;
  for (let index = start; index < lines.length; index++) {
    const found = marks[index];
    if (!found) continue;
    const isEnd = /^end/i.test(found[1] ?? '');
    open += isEnd ? -1 : 1;
    if (open === 0 || (isEnd && found[2] === name)) return between(lines, marks, start, index);
  }
  return between(lines, marks, start, lines.length);
}

function between(lines: string[], marks: (RegExpExecArray | null)[], start: number, end: number): string {
  return dedented(lines.filter((_, index) => index > start && index < end && !marks[index]).join('\n'));
}

/** The part of a Markdown file below a heading with this anchor, up to the next heading as high. */
export function partBelow(text: string, anchor: string): string | undefined {
  const lines = text.split('\n');
  const depths = lines.map((line) => /^(#{1,6})[ \t]/.exec(line)?.[1]?.length);
  const start = lines.findIndex((line, index) => depths[index] !== undefined && anchorOf(line) === anchor);
  const depth = depths[start];
  if (depth === undefined) return undefined;
  const end = depths.findIndex((other, index) => index > start && other !== undefined && other <= depth);
  return lines.slice(start + 1, end === -1 ? undefined : end).join('\n');
}

function anchorOf(line: string): string {
  const set = /\{#([\w-]+)\}\s*$/.exec(line)?.[1];
  if (set) return set;
  return line
    .replace(/^#+/, '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s+/g, '-');
}

/** Lines as `{5,10}`, `{5,}`, `{,10}` or `{5-10}` pick them, from 1. */
export function linesOf(text: string, range: string): string {
  const [, from = '', to = ''] = /^(\d{0,9})[,-](\d{0,9})$/.exec(range.trim()) ?? [];
  if (!from && !to) return text;
  return text
    .split('\n')
    .slice(from ? Number(from) - 1 : 0, to ? Number(to) : undefined)
    .join('\n');
}
