import type { InsertionScan } from '../../markdown/insertions.ts';
import type { Problem } from '../types.ts';
import type { Snippet, Use } from './sources.ts';
import type { TracedText } from './traced-text.ts';

/** A text with everything put in. */
export interface Expanded extends TracedText {
  uses: Use[];
  problems: Problem[];
}

/** A text as it is written. */
export interface WrittenText {
  markdown: string;
  /** Its file below the content folder, and the line on which it begins there. */
  file: string;
  line: number;
  /** In which language numbers are written, and snippets and values are looked for. */
  locale: string;
}

/** What one page has put in so far, and where. */
export interface Run {
  /** The file on whose page the text will stand: links are made to lead there from it. */
  page: string;
  locale: string;
  /** Leaves variables as they are written. */
  keepsVariables: boolean;
  count: number;
  length: number;
  /** Whether it was too much: what follows would be the same problem again. */
  exceeded: boolean;
  /** The names of the films so far whose text stands below them. */
  films: Set<string>;
  uses: Use[];
  problems: Problem[];
}

/** One text on the way: the page's own, or a snippet's. */
export interface Part {
  markdown: string;
  scan: InsertionScan;
  file: string;
  line: number;
  /** The snippets around, outermost first. */
  chain: readonly Snippet[];
  /** What was set for the innermost. */
  parameters: ReadonlyMap<string, string>;
}

/** Nothing put in yet into a page of this file and language. */
export function newRun(page: string, locale: string, keepsVariables = false): Run {
  return {
    page,
    locale,
    keepsVariables,
    count: 0,
    length: 0,
    exceeded: false,
    films: new Set(),
    uses: [],
    problems: [],
  };
}
