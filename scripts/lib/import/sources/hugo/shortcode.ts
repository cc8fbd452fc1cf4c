import { type BlockName, block, dedented } from '../dialect/blocks.ts';
import type { Note } from '../source.ts';

/** A shortcode as it was written: `{{< figure src="a.png" "b" >}}`. */
export interface Shortcode {
  name: string;
  /** Named arguments. */
  named: Record<string, string>;
  /** Arguments without a name, in order. */
  plain: string[];
  /** What stands between it and its closing one; undefined when it has none. */
  inner?: string;
  /** White space before it on its line. */
  indent: string;
  /** The line of the file on which it begins. */
  line: number;
  /** The one it stands in, and how many of its name stand there before it. */
  parent?: Pick<Shortcode, 'name' | 'named' | 'plain'>;
  place?: number;
  /** True for `{{% … %}}`, in which Hugo reads Markdown. */
  isMarkdown?: boolean;
}

/** What shortcodes show of the page and the site around them. */
export interface ShortcodeSite {
  notes: Note[];
  /** The line of the file on which the text begins. */
  firstLine: number;
  /** The title of a page by its path, as writers give it. */
  titleOf(path: string): string | undefined;
  /** Pages below the one that is read. */
  children: readonly { title: string; file: string }[];
  /** The text of a file that a shortcode includes, if it is there. */
  text(path: string): string | undefined;
  /** The picture of the page whose name begins so. */
  picture(name: string): string | undefined;
  /** A value of the page or of the site's `params`. */
  param(name: string): string | undefined;
  /** The same as a text shows it: what the whole site has is marked as shared. */
  shownParam(name: string): string | undefined;
  /** The template of a shortcode that the site brings itself. */
  template(name: string): string | undefined;
  /** Takes down what such a template came to, which other pages may show too. */
  shown(code: Shortcode, text: string): void;
}

/** Names once on each line what of a shortcode does not come over. */
export function note({ notes }: ShortcodeSite, { line }: Shortcode, level: Note['level'], what: string): void {
  const detail = `line ${line}: ${what}`;
  if (!notes.some((one) => one.detail === detail)) notes.push({ level, kind: 'shortcode-dropped', detail });
}

/** A block below the indent that its shortcode has. */
export function asBlock(name: BlockName, inner: string, title: string, indent: string): string {
  const body = dedented(inner.replace(/^\s*\n/, '').trimEnd());
  return indented(block(name, body, title), indent);
}

/** A block of code, whose fence is longer than any in it. */
export function codeBlock(inner: string, language: string, indent: string): string {
  const longest = Math.max(2, ...(inner.match(/`{3,}/g) ?? []).map((mark) => mark.length));
  const fence = '`'.repeat(longest + 1);
  const code = dedented(inner.replace(/^[ \t]*\n/, '').trimEnd());
  return indented(`\n${fence}${language}\n${code}\n${fence}\n`, indent);
}

function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (line ? indent + line : line))
    .join('\n');
}

export function escaped(text: string): string {
  return text.replace(/([[\]])/g, '\\$1');
}

/** An address as Markdown takes it; what is encoded already stays so. */
export function encoded(address: string): string {
  return encodeURI(address.trim()).replaceAll('%25', '%').replaceAll('(', '%28').replaceAll(')', '%29');
}
