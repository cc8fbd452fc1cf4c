import { ownValue } from '../../../../../src/site/own-value.ts';
import { block } from '../dialect/blocks.ts';
import { type CalloutKind, calloutKinds } from '../dialect/callout-kinds.ts';
import { bodyBelow, dedentedBy, indentOf, isBlank, step } from './lines.ts';
import type { ReadBlock, Scope } from './scope.ts';

const opening = /^( {0,3})(!!!|\?\?\?\+?) {0,9}([\w-]{1,100}(?: {1,9}[\w-]{1,100}){0,9})?(?: {1,9}"(.*)")? *$/;
const tabOpening = /^( {0,3})===([!+]{0,2}) {1,9}"(.*)" *$/;

/** Whether a line begins an admonition, a collapsible block or a tab. */
export function opensBlock(line: string): boolean {
  const found = opening.exec(line);
  return (found !== null && (found[3] !== undefined || found[4] !== undefined)) || tabOpening.test(line);
}

/** `!!! type "Title"`, `??? type "Title"` and `???+` with the indented lines below. */
export function readAdmonition(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const [, margin = '', sign = '', classes = '', title] = opening.exec(lines[at] ?? '') ?? [];
  if (!sign || (!classes && title === undefined)) return undefined;
  const { body, next } = indentedBody(lines, at + 1, margin.length);
  const [type = ''] = classes.split(/ +/);
  const inner = scope.inner(body).join('\n');
  return { out: asLines(callout(sign === '!!!' ? 'callout' : 'details', type, title, inner, scope), margin), next };
}

/** What Signpost calls a type; undefined for one of a site's own. */
export function admonitionKind(type: string): CalloutKind | undefined {
  return ownValue(calloutKinds, type.toLowerCase());
}

/**
 * A callout or collapsible block of a type; a title that is left out is the type, which readers saw as a word, and an
 * empty one is none.
 */
export function callout(
  form: 'callout' | 'details',
  type: string,
  title: string | undefined,
  body: string,
  scope: Scope,
): string {
  const kind = admonitionKind(type) ?? 'note';
  const shown = title ?? (type.toLowerCase() === kind && form === 'callout' ? '' : wordOf(type));
  return block(form === 'details' ? 'details' : kind, body, shown && scope.inline(shown));
}

/** Tabs with the same margin that follow one another are a group; `===!` begins another. */
export function readTabs(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  if (!tabOpening.test(lines[at] ?? '')) return undefined;
  const tabs: string[] = [];
  const margin = indentOf(lines[at] ?? '');
  let next = at;
  for (let start = at; start < lines.length; ) {
    const [, indent = '', signs = '', label] = tabOpening.exec(lines[start] ?? '') ?? [];
    if (label === undefined || indent.length !== margin || (start > at && signs.includes('!'))) break;
    const read = indentedBody(lines, start + 1, margin);
    tabs.push(block('tab', scope.inner(read.body).join('\n'), scope.inline(label)));
    next = start = read.next;
    while (start < lines.length && isBlank(lines[start])) start += 1;
  }
  return { out: asLines(block('tabs', tabs.join('')), ' '.repeat(margin)), next };
}

/** The body of a block; two or three columns are an oversight that readers of the source would not notice. */
function indentedBody(lines: readonly string[], start: number, margin: number): { body: string[]; next: number } {
  let first = start;
  while (first < lines.length && isBlank(lines[first])) first += 1;
  const columns = Math.min(margin + step, indentOf(lines[first] ?? ''));
  if (columns < margin + 2) return { body: [], next: start };
  const { body, next } = bodyBelow(lines, start, columns);
  return { body: body.map((line) => dedentedBy(line, columns)), next };
}

/** The text of a block as lines with its margin. */
export function asLines(text: string, margin = ''): string[] {
  return text.split('\n').map((line) => (line ? margin + line : line));
}

/** `pied-piper` -> `Pied-piper`, as Python-Markdown writes it. */
function wordOf(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1).toLowerCase();
}
