import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isRelative } from './link-targets.ts';
import { filmPath } from './videos.ts';

/** The directives that something is put in for: `:var{trial-days}`, `:snippet{hours}`, and `::snippet{refunds}` on a line. */
const KINDS: Readonly<Record<string, 'snippet' | 'variable'>> = { snippet: 'snippet', var: 'variable' };
const COLON = ':'.charCodeAt(0);
/** Also what is nearly called so: it would stay in the text, and nobody would be told. */
const ANY = /:(?:snippets?|vars?|variables?)[[{]/i;
/** A film, whose captions are put in below it. */
const ANY_VIDEO = /\.(?:mp4|webm)[?#)\s>]|\/\/[a-z.-]*(?:youtu|vimeo)/i;
const ALL = /(?<![\\\w:]):{1,2}(?:snippets?|vars?|variables?)\{[^{}]*\}?/gi;
/** What may mean something else: in code, and behind a letter or a colon, as in `std::var{x}`. */
const NAMED = /:{1,2}(?:snippet|var)\{([a-z][a-z0-9-]*)(?=[\s}])[^{}]*\}/g;

/** Where a text asks for something to be put in. Offsets count in that text, `line` and `column` from 1. */
export interface Insertion {
  kind: 'snippet' | 'variable';
  /** Whether it stands on a line of its own, as a block. */
  block: boolean;
  /** What is meant: the first attribute, when it has no value; otherwise undefined. */
  name: string | undefined;
  parameters: ReadonlyMap<string, string>;
  /** Whether it stands in a cell of a table, where `|` means something. */
  inCell: boolean;
  start: number;
  end: number;
  line: number;
  column: number;
}

/** A film in a text: its address, its title, and where the paragraph, heading or table that it stands in ends. */
interface Video {
  target: string;
  title: string;
  end: number;
}

/** A directive that stays in the text as it is written. */
interface Misplaced {
  text: string;
  line: number;
  column: number;
  /** It is meant as one only where there is a snippet or a variable of this name: in code. */
  name?: string;
}

/** What a text is to have put in, and what has to change when it is read in another place. */
export interface InsertionScan {
  insertions: Insertion[];
  /** Directives where they mean nothing: in HTML, in an address, in a picture's text, or as a block within a line. */
  misplaced: Misplaced[];
  /** Films, which what is said in them follows. */
  videos: Video[];
  /** Addresses of links and pictures that are relative to the file of the text. */
  relative: { start: number; end: number; target: string }[];
}

/** Whether a text may ask for something to be put in; those that don't need not be scanned. */
export function mayInsert(text: string): boolean {
  return ANY.test(text) || ANY_VIDEO.test(text);
}

/** Finds where `markdown` asks for snippets and variables: on its syntax tree, so that code and `10:30` stay text. */
export function scanInsertions(markdown: string): InsertionScan {
  const scan: InsertionScan = { insertions: [], videos: [], misplaced: [], relative: [] };
  const tree: Root = parser.parse(markdown);
  let block: Nodes | undefined;
  visit(tree, (node, _, parent) => {
    // None of them holds another, so that the last one is what a picture stands in.
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') block = node;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'leafDirective' || node.type === 'textDirective') {
      scan.insertions.push(insertionOf(node, parent?.type === 'tableCell', markdown.slice(start, end), start));
      return SKIP;
    }
    if (node.type === 'image' && filmPath('', node.url) !== undefined)
      scan.videos.push({ target: node.url, title: node.alt ?? '', end: block?.position?.end.offset ?? end });
    if (node.type === 'html' || node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
      misplace(markdown, node, start, end, scan);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      // A picture's text has no directives any more.
      const value = node.type === 'image' ? markdown.slice(start, end) : `${node.url} ${node.title ?? ''}`;
      misplace(markdown, { ...node, value }, start, end, scan);
      const last = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
      const at = markdown.slice(0, end).lastIndexOf(node.url);
      if (isRelative(node.url) && at >= last)
        scan.relative.push({ start: at, end: at + node.url.length, target: node.url });
    }
    if (node.type === 'html')
      for (const { index, 1: before = '', 2: target = '' } of node.value.matchAll(ADDRESS))
        if (isRelative(target)) {
          const at = start + index + before.length;
          scan.relative.push({ start: at, end: at + target.length, target });
        }
    return undefined;
  });
  return scan;
}

const ADDRESS = /(\s(?:src|href|poster)=["'])([^"'\s]{1,500})/g;

const PROTOTYPE = /\s__proto__(?=[\s=}])/;

type DirectiveNode = Extract<Nodes, { type: 'leafDirective' | 'textDirective' }>;

function insertionOf(node: DirectiveNode, inCell: boolean, source: string, start: number): Insertion {
  const [first, ...rest] = Object.entries(node.attributes ?? {});
  // The parser keeps its attributes in an object, which loses this name.
  if (PROTOTYPE.test(source.replace(/"[^"]*"|'[^']*'/g, ''))) rest.push(['__proto__', '']);
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return {
    kind: KINDS[node.name]!,
    block: node.type === 'leafDirective',
    name: first?.[1] === '' ? first[0] : undefined,
    parameters: new Map(rest.map(([key, value]) => [key, value ?? ''])),
    inCell,
    start,
    end: start + source.length,
    line,
    column,
  };
}

function misplace(
  markdown: string,
  node: Nodes & { value: string },
  start: number,
  end: number,
  { misplaced }: InsertionScan,
): void {
  if (!ANY.test(node.value)) return;
  const source = markdown.slice(start, end);
  let { line, column } = { line: 1, column: 1, ...node.position?.start };
  let counted = 0;
  const add = (text: string, index: number, name?: string): void => {
    const before = source.slice(counted, index).split('\n');
    column = before.length === 1 ? column + index - counted : before.at(-1)!.length + 1;
    line += before.length - 1;
    counted = index;
    misplaced.push({ text, line, column, ...(name !== undefined && { name }) });
  };
  const isCode = node.type === 'code' || node.type === 'inlineCode';
  const sure = isCode ? [] : [...source.matchAll(ALL)];
  const known = new Set(sure.map(({ index }) => index));
  const named = [...source.matchAll(NAMED)].filter(({ index }) => source[index - 1] !== '\\' && !known.has(index));
  for (const { 0: text, 1: name, index } of [...sure, ...named].sort((one, other) => one.index - other.index))
    add(text, index, name);
}

const parser = unified().use(remarkParse).use(remarkGfm).use(recognizeInsertions).freeze();

/** Adds our two directives alone to the syntax; any other `:name` stays the text, link or emphasis that it is to the page. */
function recognizeInsertions(this: Processor): void {
  const data = this.data();
  const syntax = directive();
  const [, leaf] = Object.values(syntax.flow ?? {}).flat();
  const [inText] = Object.values(syntax.text ?? {}).flat();
  const only = (construct: Construct, token: 'directiveLeafName' | 'directiveTextName'): Construct => ({
    ...construct,
    // After an escaped colon stands one that means nothing either.
    previous: (code) => code !== COLON,
    tokenize(effects, ok, nok) {
      const isKnown = (): boolean => {
        const name = this.events.findLast(([side, { type }]) => side === 'enter' && type === token)?.[1];
        return name !== undefined && Object.hasOwn(KINDS, this.sliceSerialize(name));
      };
      return construct.tokenize.call(this, effects, (code) => (isKnown() ? ok(code) : nok(code)), nok);
    },
  });
  (data.micromarkExtensions ??= []).push({
    flow: { [COLON]: only(leaf!, 'directiveLeafName') },
    text: { [COLON]: only(inText!, 'directiveTextName') },
  });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

type Syntax = NonNullable<ReturnType<typeof directive>['text']>;
type Construct = Exclude<NonNullable<Syntax[number]>, readonly unknown[]>;
