import type { VFile } from 'vfile';

export interface Heading {
  depth: number;
  text: string;
  anchor: string;
  line: number;
  /** The text has `{#anchor}`: the writer promised that this anchor lasts. */
  explicit?: boolean;
  /** The question of a collapsible answer, or the name of a variant or a tab, rather than a heading of its own. */
  collapsible?: boolean;
}

/** A link or image as written, with its place, for the content check. */
interface Reference {
  kind: 'link' | 'image';
  target: string;
  line: number;
  column?: number;
  /** Alternative text of an image. */
  alt?: string;
  /** What a link shows. */
  text?: string;
}

/** Something in the Markdown that does not show as it is written, for the content check. */
export interface Diagnostic {
  kind:
    | 'directive'
    | 'callout'
    | 'steps'
    | 'cards'
    | 'unclosed'
    | 'unopened'
    | 'no-variant'
    | 'table'
    | 'leftover'
    | 'html-element'
    | 'html-attribute'
    | 'address'
    | 'loose-link'
    | 'title-heading';
  /**
   * Name of the directive, callout, element or attribute, the opening fence, the first row of the table, what was left
   * over, the address, or the text of the heading.
   */
  name: string;
  line: number;
  column?: number;
  /** What stands on the line, and what mends it. */
  mend?: { find: string; replace: string };
}

/** A paragraph, list item, table row or quoted paragraph as plain text. */
export interface Prose {
  kind: 'paragraph' | 'item' | 'row';
  text: string;
  /** Line on which it begins. */
  line: number;
  /** Headings above it, outermost first. */
  headings: string[];
}

/** A `:::for`, a group of tabs or a tab, for the content check. */
export interface VariantBlock {
  kind: 'for' | 'tabs' | 'tab';
  /** Whom it is for, as written: choices with their values. */
  audience: [choice: string, values: readonly string[]][];
  /** Whom what is around it is for. */
  around: [choice: string, values: readonly string[]][];
  /** Its own `[Label]`, '' without one. */
  label: string;
  /** What the tabs right in it are called, or the names of the values that they are for. */
  tabs: string[];
  isEmpty: boolean;
  hasMoreThanTabs: boolean;
  /** Whether it stands right in a group of tabs. */
  isInTabs: boolean;
  line: number;
  column?: number | undefined;
}

/** What the plugins learn about a page. Lines are lines of the Markdown that was parsed. */
export interface MarkdownFindings {
  headings: Heading[];
  references: Reference[];
  /** Every name that an address of the page may end with after `#`, the headings' included. */
  anchors: string[];
  diagnostics: Diagnostic[];
  /** Left out where there are none. */
  variantBlocks?: VariantBlock[];
  /** Noted only where a page is parsed to be read, not where it is rendered. */
  prose: Prose[];
}

declare module 'vfile' {
  interface DataMap {
    signpost: MarkdownFindings;
  }
}

/** The findings of a file, empty when first asked for. */
export function findingsOf(file: VFile): MarkdownFindings {
  file.data.signpost ??= { headings: [], references: [], anchors: [], diagnostics: [], prose: [] };
  return file.data.signpost;
}
