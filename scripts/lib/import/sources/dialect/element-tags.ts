import { codeRanges } from './code-ranges.ts';

/** A piece of a page: words, code and comments as they are, or an element with what stands in it. */
export type TagNode = { type: 'text'; value: string } | { type: 'code'; value: string } | TagElement;

export interface TagElement {
  type: 'element';
  name: string;
  /** As they are written; `true` for one without a value. */
  attributes: Map<string, string | true>;
  children: TagNode[];
  open: string;
  close: string;
  /** What stands before it on its line. */
  margin: string;
  /** True when it has its lines for itself. */
  isFlow: boolean;
}

const isVoid = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements in one another at most, and letters of one tag. */
const deepest = 60;
const longestTag = 10_000;

/** Takes a page apart into its elements. Tags that are never closed are text, but for components, which stand alone. */
export function readElements(text: string): TagNode[] {
  const root: TagNode[] = [];
  const open: TagElement[] = [];
  const waiting = new Map<string, number>();
  const codes = codeRanges(text);
  const lower = text.toLowerCase();
  /** Marks that do not come any more. */
  const unclosed = new Set<string>();
  let code = 0;
  let done = 0;
  const children = (): TagNode[] => open.at(-1)?.children ?? root;
  const add = (node: TagNode): void => void children().push(node);
  /** What stands before a place and is not taken yet: words, and code as such. */
  const take = (end: number): void => {
    for (let range = codes[code]; range && range.start <= end; range = codes[++code]) {
      if (range.start > done) add({ type: 'text', value: text.slice(done, range.start) });
      if (range.end > done) add({ type: 'code', value: text.slice(Math.max(done, range.start), range.end) });
      done = Math.max(done, range.end);
    }
    if (end > done) add({ type: 'text', value: text.slice(done, end) });
    done = Math.max(done, end);
  };
  /** Takes the innermost element off; one without an end gives what stands in it to its surroundings. */
  const leave = (close: string | undefined): void => {
    const element = open.pop();
    if (!element) return;
    waiting.set(element.name, (waiting.get(element.name) ?? 1) - 1);
    if (close !== undefined) {
      element.close = close;
      add(element);
      return;
    }
    const inside = element.children;
    element.children = [];
    if (isComponentName(element.name) && element.attributes.size > 0) add(element);
    else add({ type: 'text', value: element.open });
    for (const child of inside) add(child);
  };
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', Math.max(at + 1, done))) {
    take(at);
    // It stands in code.
    if (done > at) continue;
    const special = /^<(?:!--|(script|style)[\s>])/i.exec(text.slice(at, at + 8));
    if (special) {
      const mark = special[1] ? `</${special[1].toLowerCase()}>` : '-->';
      const end = unclosed.has(mark) ? -1 : lower.indexOf(mark, at);
      if (end === -1) {
        unclosed.add(mark);
        continue;
      }
      const value = text.slice(at, end + mark.length);
      done = end + mark.length;
      add(
        special[1]
          ? { ...elementAt(text, at, value), name: special[1].toLowerCase(), children: [{ type: 'code', value }] }
          : { type: 'code', value },
      );
      continue;
    }
    const tag = readTag(text, at);
    if (!tag) continue;
    if (tag.isClosing) {
      if (!(waiting.get(tag.name) ?? 0)) continue;
      while (open.at(-1)?.name !== tag.name) leave(undefined);
      done = tag.end;
      leave(text.slice(at, tag.end));
      continue;
    }
    if (open.length >= deepest) continue;
    done = tag.end;
    const element = { ...elementAt(text, at, text.slice(at, tag.end)), name: tag.name, attributes: tag.attributes };
    if (tag.isEmpty || isVoid.has(tag.name)) add(element);
    else {
      open.push(element);
      waiting.set(tag.name, (waiting.get(tag.name) ?? 0) + 1);
    }
  }
  take(text.length);
  while (open.length > 0) leave(undefined);
  return root;
}

/** `MyBadge`, `my-badge`: a component, as against an element of HTML or a placeholder such as `<port>`. */
export function isComponentName(name: string): boolean {
  return /^[A-Z]/.test(name) || (name.includes('-') && !name.includes(':'));
}

function elementAt(text: string, at: number, open: string): TagElement {
  const margin = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).slice(0, 500);
  const before = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*$/.test(margin);
  return { type: 'element', name: '', attributes: new Map(), children: [], open, close: '', margin, isFlow: before };
}

interface Tag {
  name: string;
  attributes: Map<string, string | true>;
  isClosing: boolean;
  isEmpty: boolean;
  end: number;
}

/** The tag at a place of a text; undefined when it is none. */
function readTag(text: string, start: number): Tag | undefined {
  const closing = text[start + 1] === '/';
  let at = start + (closing ? 2 : 1);
  const next = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };
  const name = next(/[A-Za-z][\w.-]{0,60}/y);
  if (!name) return undefined;
  const attributes = new Map<string, string | true>();
  while (at - start < longestTag) {
    const space = next(/\s{0,500}/y);
    const end = next(/\/?>/y);
    if (end) return { name, attributes, isClosing: closing, isEmpty: end === '/>', end: at };
    const key = space && !closing ? next(/[^\s"'<>/=]{1,200}/y) : '';
    if (!key) return undefined;
    if (!next(/\s{0,20}=\s{0,20}/y)) attributes.set(key, true);
    else {
      const quoted = next(/"[^"]{0,10000}"|'[^']{0,10000}'/y);
      const value = quoted ? quoted.slice(1, -1) : next(/[^\s"'=<>`]{1,2000}/y);
      if (!quoted && !value) return undefined;
      attributes.set(key, value);
    }
  }
  return undefined;
}
