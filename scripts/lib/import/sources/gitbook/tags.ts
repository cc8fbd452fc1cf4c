import { emptyRecord } from '../../../../../src/site/own-value.ts';
import { codeRanges } from '../dialect/code-ranges.ts';
import { decodeEntities } from '../html-entities.ts';

/** A tag as it was written: `{% hint style="info" %}`. */
export interface Tag {
  name: string;
  /** Named attributes, as readers saw their values. */
  named: Record<string, string>;
  /** Values without a name, in order. */
  plain: string[];
  /** What stands between it and its closing one; undefined when it has none. */
  inner?: Part[];
  /** The opening tag as it stands in the text. */
  source: string;
}

export type Part = string | Tag;

/** Tags that may stand alone: one of them without an end takes nothing of what follows it. */
const alone = new Set(['embed', 'file', 'include', 'import', 'content-ref', 'page-ref', 'openapi', 'swagger']);
/** No tag is longer than this, in characters: drawings stand in attributes. */
const longest = 20_000;
/** Tags within one another at most; what is deeper stands for itself. */
const deepest = 50;

interface Frame {
  tag?: Tag;
  parts: Part[];
}

/**
 * Parts the tags of a text from what stands around and between them. Tags in code are text, and so is everything between
 * `{% raw %}` and `{% endraw %}`. One that is never closed stands for itself, and what follows it stays where it is;
 * `stray` is called for such a tag that needs an end, and for an end without a beginning.
 */
export function readTags(body: string, stray: (source: string) => void): Part[] {
  const found = tagsOf(body);
  const closings = new Map<string, number>();
  for (const { name } of found) if (isEnd(name)) count(closings, name.slice(3), 1);
  const openings = new Set(found.map(({ name }) => name));
  const frames: Frame[] = [{ parts: [] }];
  const top = (): Frame => frames.at(-1) as Frame;
  let end = 0;
  let raw = false;
  for (const tag of found) {
    if (raw && tag.name !== 'endraw') continue;
    top().parts.push(body.slice(end, tag.start));
    end = tag.start + tag.source.length;
    const opened = isEnd(tag.name) ? tag.name.slice(3) : '';
    raw = tag.name === 'raw' && (closings.get('raw') ?? 0) > 0;
    if (opened && (openings.has(opened) || known.has(opened))) {
      count(closings, opened, -1);
      const at = frames.findLastIndex((frame) => frame.tag?.name === opened);
      if (at < 1) stray(tag.source);
      else close(frames, at, stray);
      continue;
    }
    const ends = [tag.name, containers[tag.name] ?? ''].some((name) => (closings.get(name) ?? 0) > 0);
    if (ends && frames.length < deepest) frames.push({ tag, parts: [] });
    else {
      top().parts.push(tag);
      if (known.has(tag.name)) stray(tag.source);
    }
  }
  top().parts.push(body.slice(end));
  return frames.flatMap(({ tag, parts }) => {
    if (tag && !alone.has(tag.name)) stray(tag.source);
    return tag ? [tag, ...parts] : parts;
  });
}

/** Tags that end with the one around them at the latest. */
const containers: Record<string, string> = {
  tab: 'tabs',
  'code-tabs-item': 'code-tabs',
  step: 'stepper',
  column: 'columns',
  update: 'updates',
};
/** Tags that mean nothing without an end. */
const known = new Set(['hint', 'tabs', 'tab', 'code', 'stepper', 'step', 'columns', 'column', 'if', 'raw', 'updates']);

function isEnd(name: string): boolean {
  return /^end[a-z@-]/.test(name);
}

/** Ends the tag of a frame. Those in it that were not ended end with it, but for those that may stand alone. */
function close(frames: Frame[], at: number, stray: (source: string) => void): void {
  while (frames.length > at) {
    const { tag, parts } = frames.pop() as Frame;
    const outer = frames.at(-1)?.parts;
    if (!tag || !outer) return;
    const isUnclosed = frames.length > at;
    if (isUnclosed && alone.has(tag.name)) outer.push(tag, ...parts);
    else {
      if (isUnclosed) stray(tag.source);
      outer.push({ ...tag, inner: parts });
    }
  }
}

function count(counts: Map<string, number>, name: string, step: number): void {
  counts.set(name, (counts.get(name) ?? 0) + step);
}

type FoundTag = Tag & { start: number };

function tagsOf(body: string): FoundTag[] {
  const tags: FoundTag[] = [];
  if (!body.includes('{%')) return tags;
  const code = codeRanges(body);
  let range = 0;
  for (let at = body.indexOf('{%'); at !== -1; at = body.indexOf('{%', at)) {
    while (range < code.length && code[range]!.end <= at) range += 1;
    const inCode = code[range];
    if (inCode && inCode.start <= at) {
      at = inCode.end;
      continue;
    }
    const end = body[at - 1] === '\\' ? undefined : endOfTag(body, at);
    const content =
      end === undefined
        ? ''
        : body
            .slice(at + 2, end - 2)
            .replace(/^-/, '')
            .replace(/-$/, '');
    const name = /^\s{0,99}([^\s"'=]+)/.exec(content)?.[1];
    if (end === undefined || name === undefined) {
      at += 2;
      continue;
    }
    tags.push({
      name,
      ...attributesOf(content.trimStart().slice(name.length)),
      source: body.slice(at, end),
      start: at,
    });
    at = end;
  }
  return tags;
}

/** Where a tag that begins at `start` ends: its attributes may hold the signs that end it. */
function endOfTag(body: string, start: number): number | undefined {
  let quote = '';
  const limit = Math.min(body.length, start + longest);
  for (let at = start + 2; at < limit; at++) {
    const sign = body[at]!;
    // Another tag begins, so this one never ended.
    if (sign === '{' && body[at + 1] === '%') break;
    if (quote) {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && /[=\s]/.test(body[at - 1] ?? '')) quote = sign;
    else if (sign === '%' && body[at + 1] === '}') return at + 2;
  }
  // A quotation mark that nothing closes.
  const plain = body.slice(start, Math.min(limit, start + 2_000)).indexOf('%}');
  const next = body.indexOf('{%', start + 2);
  return plain === -1 || (next !== -1 && next < start + plain) ? undefined : start + plain + 2;
}

function attributesOf(content: string): Pick<Tag, 'named' | 'plain'> {
  const named = emptyRecord<string>();
  const plain: string[] = [];
  for (const [, key, double, single, bare] of content.matchAll(
    /(?:([\w:-]{1,60})[ \t]{0,9}=[ \t]{0,9})?(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\s"',=]+))/g,
  )) {
    const quoted = double ?? single;
    const value = decodeEntities(quoted?.replace(/\\(["'\\])/g, '$1') ?? bare ?? '');
    if (key) named[key] = value;
    else plain.push(value);
  }
  return { named, plain };
}
