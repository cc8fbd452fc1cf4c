import type { Note } from '../source.ts';
import { type Attributes, type Callouts, calloutOf, readAttributeList } from './attribute-lists.ts';
import { block, dedented } from './blocks.ts';
import { codeLines } from './lines-outside-code.ts';

interface Line {
  text: string;
  isCode: boolean;
}

/** What is known while a text is read. */
interface Reading {
  attributesOf(list: string): Attributes;
  callouts: Callouts;
  notes: Note[];
  listLine: RegExp;
  /** How many quotes the text stands in. */
  depth: number;
}

/** Deepest quote that is looked into, and the most lines that a block is looked for in: texts made to take long. */
const [deepest, longest] = [20, 1_000];

/** `{: .note }` of kramdown; `{.note}` of Goldmark, which stands below what it is for. */
const kramdownList = /^([ \t]{0,80})\{:(?![:/])([^{}]{0,999})\}[ \t]{0,80}$/;
export const goldmarkList = /^([ \t]{0,80})\{((?:[ \t]*[.#][\w-]|[\w-]{1,40}=)[^{}]{0,999})\}[ \t]{0,80}$/;
const definition = /^[ \t]{0,3}\{:([\w-]{1,99}):([^{}]{0,999})\}[ \t]{0,80}$/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/;

/**
 * Reads the attribute lists of kramdown: those that make a block a callout become one, `{:toc}` goes with its list,
 * languages and anchors go to the code and the headings they belong to. All others are styling.
 */
export function readAttributes(
  body: string,
  callouts: Callouts,
  notes: Note[],
  listLine: RegExp = kramdownList,
): string {
  if (!/\{[:.#\w ]/.test(body)) return body;
  const references = new Map<string, string>();
  const lines = linesOf(body).filter(({ text, isCode }) => {
    const [, name, list] = isCode ? [] : (definition.exec(text) ?? []);
    if (name !== undefined) references.set(name, list ?? '');
    return name === undefined;
  });
  const reading = {
    attributesOf: (list: string) => readAttributeList(list, references),
    callouts,
    notes,
    listLine,
    depth: 0,
  };
  return read(lines, reading)
    .map(({ text }) => text)
    .join('\n');
}

function linesOf(text: string): Line[] {
  const isCode = codeLines(text);
  return text.split('\n').map((line, index) => ({ text: line, isCode: isCode[index] === true }));
}

function read(lines: Line[], reading: Reading): Line[] {
  const out: Line[] = [];
  const { attributesOf, callouts, notes, listLine, depth } = reading;
  const add = (some: Line[]): void => {
    for (const line of some) out.push(line);
  };
  const again = (text: string): Line[] =>
    depth < deepest ? read(linesOf(text), { ...reading, depth: depth + 1 }) : linesOf(text);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (!line.isCode && /^[ \t]{0,3}>/.test(line.text)) {
      const end = endOfRun(lines, index, ({ text }) => /^[ \t]{0,3}>/.test(text));
      const quote = lines.slice(index, end);
      add(quote.some(({ text }) => text.includes('{')) ? quoted(again(unquoted(quote))) : quote);
      index = end - 1;
      continue;
    }
    const list = line.isCode ? null : listLine.exec(line.text);
    if (!list) {
      out.push(line.isCode ? line : { ...line, text: withoutSpanLists(line.text) });
      continue;
    }
    const indent = list[1] ?? '';
    if (indent.length >= 4 && isIndentedCode(out)) {
      out.push(line);
      continue;
    }
    let written = list[2] ?? '';
    for (let next = nextList(lines, index, listLine); next !== undefined; next = nextList(lines, index, listLine)) {
      written += ` ${next}`;
      index++;
    }
    const attributes = attributesOf(written);
    if (attributes.isContents) notes.push(...dropContents(out));
    else if (out.at(-1)?.text.trim()) add(apply(out.splice(startOfBlock(out, indent)), attributes, callouts, indent));
    else if (lines[index + 1]?.text.trim()) {
      const end = endOfBlock(lines, index + 1);
      const target = lines.slice(index + 1, end);
      if (!isApplied(attributes, callouts)) continue;
      add(apply(again(target.map(({ text }) => text).join('\n')), attributes, callouts, indent));
      index = end - 1;
    }
  }
  return out;
}

/** Whether lines that are indented belong to no list, so that they are code. */
function isIndentedCode(out: Line[]): boolean {
  for (let index = out.length - 1; index >= 0 && out.length - index < longest; index--) {
    const { text } = out[index] as Line;
    if (text.trim() && !/^(?: {4}|\t)/.test(text)) return !isOfList(out[index]);
  }
  return true;
}

function nextList(lines: Line[], index: number, listLine: RegExp): string | undefined {
  const next = lines[index + 1];
  return next && !next.isCode ? listLine.exec(next.text)?.[2] : undefined;
}

function isApplied({ classes, id, language }: Attributes, callouts: Callouts): boolean {
  return calloutOf(classes, callouts) !== undefined || id !== undefined || language !== undefined;
}

/** The lines of a block with what its attributes mean. */
function apply(target: Line[], attributes: Attributes, callouts: Callouts, indent: string): Line[] {
  const { classes, id, language } = attributes;
  const first = target[0];
  if (!first) return target;
  const anchor = id === undefined || heading.test(first.text) ? [] : linesOf(`${indent}<a id="${id}"></a>\n`);
  if (heading.test(first.text)) {
    if (id !== undefined && !/\{#[^{}]*\}\s*$/.test(first.text)) first.text = `${first.text.trimEnd()} {#${id}}`;
    return target;
  }
  if (language !== undefined && first.isCode)
    return [{ ...first, text: first.text.trimEnd().replace(/([`~]{3})$/, `$1${language}`) }, ...target.slice(1)];
  if (language !== undefined && target.every(({ text }) => /^( {4}|\t)|^\s*$/.test(text)))
    return linesOf(`\`\`\`${language}\n${dedented(target.map(({ text }) => text).join('\n'))}\n\`\`\``);
  const callout = calloutOf(classes, callouts);
  if (!callout) return [...anchor, ...target];
  const inner = dedented(unquoted(target));
  const [title, rest] = callout.hasTitleInside ? titleAndRest(inner) : [callout.title, inner];
  const lines = block(callout.kind, rest, title).split('\n');
  return [...anchor, ...linesOf(lines.map((line) => (line ? indent + line : line)).join('\n'))];
}

/** The first paragraph, which a callout of Just the Docs has as its title, and what follows it. */
function titleAndRest(text: string): [string, string] {
  const [title = '', ...rest] = text.trimStart().split('\n');
  return [title, rest.join('\n')];
}

const contents = /^ {0,3}#{1,6}[ \t]+((?:table of )?contents?|toc|on this page)[ \t]*(?:\{[^{}]*\})?$/i;

/** Takes away the list that a list of contents was made of, and the heading that stood above it alone. */
function dropContents(out: Line[]): Note[] {
  const start = startOfBlock(out, '');
  if (!isOfList(out[start])) return [];
  out.length = start;
  const above = out.findLastIndex(({ text }) => text.trim() !== '');
  const title = contents.exec(out[above]?.text ?? '')?.[1];
  if (title !== undefined) out.length = above;
  return [
    {
      level: title === undefined ? 'info' : 'changed',
      kind: 'contents-dropped',
      detail: `its list of contents${title === undefined ? '' : ` and the heading “${title}” above it`} went: pages here have one of their own`,
    },
  ];
}

/** Where the block begins that ends with the last line. */
function startOfBlock(out: Line[], indent: string): number {
  let start = out.length - 1;
  const isCode = out[start]?.isCode === true;
  const belongs = ({ text, isCode: code }: Line): boolean =>
    code === isCode && (isCode || (text.trim() !== '' && !heading.test(text) && text.startsWith(indent)));
  if (!isCode && heading.test(out[start]?.text ?? '')) return start;
  for (;;) {
    while (start > 0 && out.length - start < longest && belongs(out[start - 1] as Line)) start--;
    if (isCode || indent || !isOfList(out[start])) return start;
    // A list goes on behind empty lines.
    let above = start - 1;
    while (above > 0 && out.length - above < longest && !out[above]?.text.trim()) above--;
    let top = above;
    while (top > 0 && out.length - top < longest && belongs(out[top - 1] as Line)) top--;
    if (above < 0 || !out[above]?.text.trim() || out[above]?.isCode || !isOfList(out[top])) return start;
    start = top;
  }
}

/** Behind the block that begins with a line. */
function endOfBlock(lines: Line[], start: number): number {
  const isCode = lines[start]?.isCode === true;
  if (isCode) return endOfRun(lines, start, (line) => line.isCode);
  if (heading.test(lines[start]?.text ?? '')) return start + 1;
  const isList = item.test(lines[start]?.text ?? '');
  let end = endOfRun(lines, start, ({ text }) => text.trim() !== '');
  while (isList) {
    let next = end;
    while (next < lines.length && !lines[next]?.text.trim()) next++;
    if (!isOfList(lines[next])) break;
    end = endOfRun(lines, next, ({ text }) => text.trim() !== '');
  }
  return end;
}

function endOfRun(lines: Line[], start: number, belongs: (line: Line) => boolean): number {
  let end = start + 1;
  while (end < lines.length && belongs(lines[end] as Line)) end++;
  return end;
}

function isOfList(line: Line | undefined): boolean {
  return line !== undefined && (item.test(line.text) || /^(?: {2,}|\t)\S/.test(line.text));
}

function unquoted(lines: Line[]): string {
  const isQuote = /^[ \t]*>/.test(lines[0]?.text ?? '');
  return lines.map(({ text }) => (isQuote ? text.replace(/^[ \t]*>[ \t]?/, '') : text)).join('\n');
}

function quoted(lines: Line[]): Line[] {
  return lines.map((line) => ({ ...line, text: `> ${line.text}`.trimEnd() }));
}

/** A line without the lists behind links, pictures, code and bold text, and without those that an item begins with. */
function withoutSpanLists(line: string): string {
  if (!line.includes('{:')) return line;
  return line
    .replace(/^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\{:(?![:/])[^{}]*\}[ \t]*/, '$1')
    .split(/(`{1,9}[^`]*`{1,9})/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : (index > 0 ? part.replace(/^\{:(?![:/])[^{}]*\}/, '') : part).replace(/([)\]*_>])\{:(?![:/])[^{}]*\}/g, '$1'),
    )
    .join('');
}
