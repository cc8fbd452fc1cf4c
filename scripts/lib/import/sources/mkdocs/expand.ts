import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import type { Page } from '../markdown/system.ts';
import { takeAbbreviations } from './abbreviations.ts';
import { readLines } from './container.ts';
import type { Dialect } from './dialect.ts';
import { headingWriter } from './headings.ts';
import type { Icons } from './icons.ts';
import { readInline } from './inline.ts';
import type { Scope } from './scope.ts';

/** Blocks in one another beyond this are left as they stand: nobody reads them, and they could exhaust the stack. */
const deepest = 14;

export interface ExpandRules {
  dialect: Dialect;
  icons: Icons;
  /** What an address in raw HTML of the page means to its Markdown. */
  address(written: string): string;
}

/** A body in Python-Markdown, with what it includes put in, as Markdown with the blocks of `dialect/blocks.ts`. */
export function expandDialect(body: string, notes: Page['notes'], rules: ExpandRules): string {
  const { body: text, abbreviate } = takeAbbreviations(body);
  const counts = new Map<string, number>();
  const note: Scope['note'] = (level, kind, detail) => {
    if (!notes.some((one) => one.kind === kind && one.detail === detail)) notes.push({ level, kind, detail });
  };
  const inline = (line: string): string => readInline(line, { ...rules, note, abbreviate });
  // An abbreviation in a heading is no place to explain it.
  const heading = headingWriter(rules.dialect, body, (line) =>
    readInline(line, { ...rules, note, abbreviate: (words) => words }),
  );
  const scopeAt = (depth: number): Scope => ({
    dialect: rules.dialect,
    depth,
    inner: (lines) => (depth >= deepest ? [...lines] : readLines(lines, scopeAt(depth + 1))),
    inline,
    heading,
    address: rules.address,
    note,
    count(name) {
      const next = (counts.get(name) ?? 0) + 1;
      counts.set(name, next);
      return next;
    },
  });
  const lines = mapLinesOutsideCode(text, (line) => (/^ {0,3}\[TOC\][ \t]*$/.test(line) ? '' : line)).split('\n');
  // A comment that nobody closes would hide the rest of the page.
  return mapLinesOutsideCode(readLines(lines, scopeAt(0)).join('\n'), (line) =>
    line.includes('-->') ? line : line.replaceAll('<!--', '&lt;!--'),
  );
}
