import type { Note } from '../source.ts';
import type { Dialect } from './dialect.ts';

/** What the readers of blocks share while they go through a page. */
export interface Scope {
  dialect: Dialect;
  /** How many blocks, lists and quotes stand around the lines that are read. */
  depth: number;
  /** Lines inside a block as plain Markdown. */
  inner(lines: readonly string[]): string[];
  /** A paragraph, a title or a cell as plain Markdown. */
  inline(text: string): string;
  /** A heading with the anchor that it had. */
  heading(line: string): string;
  /** The address or path of a file that raw HTML names, as links of the page would name it. */
  address(written: string): string;
  note(level: Note['level'], kind: string, detail: string): void;
  /** The next number of a caption: `Figure 2.` */
  count(name: string): number;
}

/** A block at the beginning of some lines: what it becomes, and the first line after it. */
export interface ReadBlock {
  out: string[];
  next: number;
}

export type BlockReader = (lines: readonly string[], at: number, scope: Scope) => ReadBlock | undefined;
