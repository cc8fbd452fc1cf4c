import { definitionList, definitionsAt } from '../dialect/definition-lists.ts';
import { opensBlock, readAdmonition, readTabs } from './admonitions.ts';
import { opensFence, readFence, readIndentedCode } from './code-blocks.ts';
import { opensHtml, readComment, readHtml } from './html-blocks.ts';
import { bodyBelow, dedentedBy, indentedBy, indentOf, isBlank, step } from './lines.ts';
import { interrupts, readListItem } from './list-items.ts';
import type { BlockReader, ReadBlock, Scope } from './scope.ts';
import { opensSlashes, readSlashBlock } from './slash-blocks.ts';

const heading = /^ {0,3}#{1,6}(?!#)/;
const spacedHeading = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const quote = /^ {0,3}>/;
const footnote = /^ {0,3}(\[\^[^\]\n]{1,100}\]:)(.*)$/;

const readers: BlockReader[] = [
  readFence,
  readIndentedCode,
  readAdmonition,
  readTabs,
  readSlashBlock,
  readGenerated,
  readComment,
  readHtml,
  readQuote,
  readFootnote,
  readListItem,
  readDefinitions,
  readHeading,
  readParagraph,
];

/**
 * Goes through lines block by block, as Python-Markdown does, and writes each as CommonMark reads it: blocks with an
 * indented body as directives, indented code as fences, items with the indent that their marker asks for.
 */
export function readLines(lines: readonly string[], scope: Scope): string[] {
  const out: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    let read: ReadBlock | undefined = isBlank(line) ? { out: [''], next: at + 1 } : undefined;
    for (const reader of readers) read ??= reader(lines, at, scope);
    for (const one of read?.out ?? [line]) out.push(one);
    at = Math.max(read?.next ?? 0, at + 1);
  }
  return out;
}

/** `::: package.module` of mkdocstrings and others, with options below, stands for text that a program wrote. */
function readGenerated(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const name = /^ {0,3}::: {1,9}([\w.:/-]+) *$/.exec(lines[at] ?? '')?.[1];
  if (name === undefined) return undefined;
  const { body, next } = bodyBelow(lines, at + 1, step);
  // A block between colons has its text at the margin and a closing line.
  if (body.length === 0 && !/[.:]|^mkdocs/.test(name)) return undefined;
  scope.note('lost', 'generated-text', `the text that a program made of ${name.slice(0, 80)} is not among the files`);
  return { out: [''], next };
}

function readQuote(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  let next = at;
  while (next < lines.length && quote.test(lines[next] ?? '')) next += 1;
  if (next === at) return undefined;
  const inner = scope.inner(lines.slice(at, next).map((line) => line.replace(/^ {0,3}> ?/, '')));
  while (inner.length > 1 && inner[0] === '') inner.shift();
  return { out: inner.map((line) => `> ${line}`.trimEnd()), next };
}

/** `[^1]: text` with indented lines below. */
function readFootnote(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const found = footnote.exec(lines[at] ?? '');
  if (!found) return undefined;
  let lazy = at + 1;
  while (lazy < lines.length && !isBlank(lines[lazy]) && !begins(lines[lazy] ?? '')) lazy += 1;
  const { body, next } = bodyBelow(lines, lazy, step);
  const written = [...lines.slice(at + 1, lazy), ...body].map((line) => dedentedBy(line, step));
  const [first = '', ...rest] = trimmed(scope.inner([(found[2] ?? '').trimStart(), ...written]));
  return { out: [`${found[1]} ${first}`.trimEnd(), ...indentedBy(rest, '    ')], next };
}

function readDefinitions(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  if (begins(lines[at] ?? '')) return undefined;
  const found = definitionsAt(lines, at);
  if (!found) return undefined;
  const entries = found.entries.map(({ terms, definitions }) => ({
    terms: terms.map((term) => scope.inline(term)),
    definitions: definitions.map((definition) => trimmed(scope.inner(definition))),
  }));
  return { out: ['', ...definitionList(entries), ''], next: found.next };
}

function readHeading(lines: readonly string[], at: number, scope: Scope): ReadBlock | undefined {
  const line = lines[at] ?? '';
  const pattern = scope.dialect.has('pymdownx.saneheaders') ? spacedHeading : heading;
  return pattern.test(line) ? { out: [scope.heading(line)], next: at + 1 } : undefined;
}

/** Lines up to an empty one or one that begins another block; a second line of `=` or `-` makes a heading of the first. */
function readParagraph(lines: readonly string[], at: number, scope: Scope): ReadBlock {
  const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(lines[at + 1] ?? '')?.[1];
  if (underline && !/^ {0,3}(?:[-*_] *){3,}$/.test(lines[at] ?? ''))
    return {
      out: [scope.heading(`${underline.startsWith('=') ? '#' : '##'} ${(lines[at] ?? '').trim()}`)],
      next: at + 2,
    };
  let next = at + 1;
  while (next < lines.length && !isBlank(lines[next]) && !begins(lines[next] ?? '')) next += 1;
  const text = scope.inline(
    lines
      .slice(at, next)
      .map((line, index) => (index === 0 ? line : dedentedBy(line, indentOf(line))))
      .join('\n'),
  );
  return { out: text.split('\n'), next };
}

/** Whether a line begins a block also right below a paragraph. */
function begins(line: string): boolean {
  return (
    opensBlock(line) ||
    opensFence(line) ||
    opensSlashes(line) ||
    opensHtml(line) ||
    heading.test(line) ||
    quote.test(line) ||
    footnote.test(line) ||
    /^ {0,3}<!--/.test(line) ||
    interrupts.test(line)
  );
}

function trimmed(lines: string[]): string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start])) start += 1;
  while (end > start && isBlank(lines[end - 1])) end -= 1;
  return lines.slice(start, end);
}
