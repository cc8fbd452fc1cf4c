import { parseExpression } from '@babel/parser';
import { htmlTagNames } from 'html-tag-names';

/** Noncharacters of Unicode: no text may hold them, and to a parser they are letters. */
export const masks = { '<': '\ufdd0', '{': '\ufdd1', '}': '\ufdd2', i: '\ufdd3', e: '\ufdd4' } as const;
const unmasked = new Map(Object.entries(masks).map(([sign, mask]) => [mask as string, sign]));

/** The text as it was written. */
export function unmask(text: string): string {
  return text.replace(/[\ufdd0-\ufdd4]/g, (mask) => unmasked.get(mask) ?? mask);
}

/** A page that is being made fit to be parsed. */
export interface Draft {
  text: string;
  invalid: string[];
}

/** The beginning of code that imports or exports, as against a sentence that begins with these words. */
export const codeLine =
  /^(?:import\s+(?:type\s|[\w*{$,\s]{1,300}\sfrom\s*['"]|\{|['"])|export\s+(?:const|let|var|default|function|async|class|type|interface|enum|\{|\*))/;

/**
 * Takes the sign that the parser stumbled over as text, or gives a tag the lines of its own that MDX wants. False when it
 * cannot be told what is wrong.
 */
export function mend(page: Draft, error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const place = placeOf(error);
  const opened = rangeIn(page.text, error.message);
  if (opened) return setApart(page, opened.start, opened.end) || maskTag(page, opened.start);
  if (place === undefined) return false;
  if (error.message.startsWith('Expected the closing tag')) return setApart(page, place) || maskTag(page, place);
  if (/import\/exports/.test(error.message)) return dropCode(page, place);
  if (/^Unexpected end of file in expression/.test(error.message)) return mask(page, lastUnclosed(page.text, place));
  if (/acorn|expression/.test(error.message))
    return maskSentences(page) || mask(page, page.text.lastIndexOf('{', place));
  const tag = page.text.lastIndexOf('<', place);
  return maskTag(page, tag === -1 ? page.text.lastIndexOf('{', place) : tag);
}

/** What the parser says about the place: one, or the start of a stretch. */
function placeOf(error: Error): number | undefined {
  const place: unknown = 'place' in error ? error.place : undefined;
  if (typeof place !== 'object' || place === null) return undefined;
  const point: unknown = 'start' in place ? place.start : place;
  if (typeof point !== 'object' || point === null || !('offset' in point)) return undefined;
  return typeof point.offset === 'number' ? point.offset : undefined;
}

/** The stretch of an opening tag that a message names, as `(3:1-3:10)`. */
function rangeIn(text: string, message: string): { start: number; end: number } | undefined {
  const match = /closing tag for `[^`]{0,200}` \((\d+):(\d+)-(\d+):(\d+)\)/.exec(message);
  if (!match) return undefined;
  const [, line = '', column = '', lastLine = '', lastColumn = ''] = match;
  const start = offsetOf(text, Number(line), Number(column));
  const end = offsetOf(text, Number(lastLine), Number(lastColumn));
  return start === undefined || end === undefined ? undefined : { start, end };
}

function offsetOf(text: string, line: number, column: number): number | undefined {
  let offset = 0;
  for (let passed = 1; passed < line; passed++) {
    offset = text.indexOf('\n', offset) + 1;
    if (offset === 0) return undefined;
  }
  return offset + column - 1;
}

/**
 * Puts a tag that shares its line with text on a line of its own, as MDX wants it around several paragraphs: an opening
 * tag before the text after its `end`, a closing one below the text before it.
 */
function setApart(page: Draft, offset: number, end?: number): boolean {
  const { text } = page;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const margin = /^[ \t>]*/.exec(before)?.[0] ?? '';
  const lineEnd = text.indexOf('\n', end);
  const after = end === undefined ? '' : text.slice(end, lineEnd === -1 ? text.length : lineEnd);
  if (end === undefined ? before === margin : before !== margin || !after.trim()) return false;
  const cut = end ?? offset;
  page.text = `${text.slice(0, cut)}\n${margin}\n${margin}${text.slice(cut)}`;
  return true;
}

const htmlTags = new Set(htmlTagNames);
const placeholder = /^<\/?[a-z][\w-]{0,40}>/;
const placeholders = /<\/?([a-z][\w-]{0,40})>/g;

/** Takes a tag as text: a comment goes; where one word in angle brackets is a placeholder, such as `<port>`, all are. */
function maskTag(page: Draft, offset: number): boolean {
  const { text } = page;
  if (text.startsWith('<!--', offset)) {
    const end = text.indexOf('-->', offset);
    const comment = text.slice(offset, end === -1 ? text.length : end + 3);
    page.text = text.slice(0, offset) + comment.replace(/[^\n]/g, ' ') + text.slice(offset + comment.length);
    return true;
  }
  const isPlaceholder = placeholder.test(text.slice(offset, offset + 50));
  if (!isPlaceholder) return mask(page, offset);
  page.text = text.replace(placeholders, (tag, name: string) => {
    if (htmlTags.has(name)) return tag;
    page.invalid.push(tag);
    return masks['<'] + tag.slice(1);
  });
  return page.text !== text || mask(page, offset);
}

function mask(page: Draft, offset: number): boolean {
  const sign = page.text[offset];
  if (sign !== '<' && sign !== '{' && sign !== 'i' && sign !== 'e') return false;
  page.invalid.push(/^.[^<>{}\n]{0,60}[>}]?/.exec(unmask(page.text.slice(offset, offset + 70)))?.[0].trim() ?? sign);
  page.text = page.text.slice(0, offset) + masks[sign] + page.text.slice(offset + 1);
  return true;
}

/** Where words in braces are no expression, others won't be either: all of these are taken as text. */
export function maskSentences(page: Draft): boolean {
  const { text } = page;
  page.text = text.replace(/(?<![={])\{(?!\/\*[^*]{0,300}\*\/\})[^{}]{1,300}\}/g, (found) => {
    try {
      parseExpression(found.slice(1, -1), { plugins: ['jsx'] });
      return found;
    } catch {
      page.invalid.push(found.replace(/\s+/g, ' '));
      return masks['{'] + found.slice(1);
    }
  });
  return page.text !== text;
}

/** Takes all braces and tags as text that nothing closes, or that close nothing. */
export function maskUnbalanced(page: Draft): void {
  const open: { name: string; at: number }[] = [];
  const lone: number[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, more: number): void => void counts.set(name, (counts.get(name) ?? 0) + more);
  const sign = /\{|\}|<(\/?)([A-Za-z][\w.:-]{0,80})(?:\s[^<>]{0,1000})?>|<(?=[\s\S])/g;
  for (const { 0: found, 1: slash, 2: tag, index } of page.text.matchAll(sign)) {
    const name = found === '}' ? '{' : (tag ?? found);
    if (found.endsWith('/>')) continue;
    if (found !== '}' && slash !== '/') {
      open.push({ name, at: index });
      count(name, 1);
      continue;
    }
    if (!counts.get(name)) {
      if (slash) lone.push(index);
      continue;
    }
    const [, ...inside] = open.splice(open.findLastIndex((one) => one.name === name));
    count(name, -1);
    for (const one of inside) {
      lone.push(one.at);
      count(one.name, -1);
    }
  }
  const all = new Set([...lone, ...open.map(({ at }) => at)]);
  page.invalid.push(...[...all].slice(0, 8).map((at) => page.text.slice(at, at + 20)));
  page.text = page.text.replace(/[<{]/g, (one, at: number) => (all.has(at) ? masks[one as '<'] : one));
}

/** The last brace before a place that nothing closes. */
function lastUnclosed(text: string, place: number): number {
  let closed = 0;
  for (let offset = place - 1; offset >= 0; offset--) {
    if (text[offset] === '}') closed += 1;
    else if (text[offset] === '{' && closed-- === 0) return offset;
  }
  return text.lastIndexOf('{', place);
}

/** Lines that begin with `import` or `export` and cannot be parsed: code goes, prose stays. */
function dropCode(page: Draft, place: number): boolean {
  const before = page.text.slice(0, place);
  const start = Math.max(before.lastIndexOf('\nimport'), before.lastIndexOf('\nexport')) + 1;
  if (!/^(?:im|ex)port/.test(page.text.slice(start))) return false;
  if (!codeLine.test(page.text.slice(start, start + 400))) return mask(page, start);
  const end = page.text.indexOf('\n\n', start);
  const code = page.text.slice(start, end === -1 ? page.text.length : end);
  page.invalid.push(code.split('\n')[0]?.slice(0, 60) ?? '');
  page.text = page.text.slice(0, start) + code.replace(/[^\n]/g, ' ') + page.text.slice(start + code.length);
  return true;
}
