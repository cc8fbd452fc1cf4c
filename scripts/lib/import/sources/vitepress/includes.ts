import { posix } from 'node:path';
import { mapLinesOutsideCode } from '../dialect/lines-outside-code.ts';
import type { SourceTree } from '../markdown/source-tree.ts';
import { splitFrontMatter } from '../markdown/split-front-matter.ts';
import type { Note, SourcePart } from '../source.ts';
import { linesOf, partBelow, regionOf } from './regions.ts';

/** Where the files that a page includes are looked for. */
export interface IncludePlaces {
  tree: SourceTree;
  /** The folder of pages, which `@` stands for; '' for the top. */
  source: string;
  notes: Note[];
  parts?: SourcePart[] | undefined;
}

/** Files within one another at most, and letters that one page may grow to. */
const deepest = 10;
const longest = 2_000_000;

/** `<!--@include: ./part.md#region{5,10}-->`, `@include(./part.md)`, `!!!include(part.md)!!!`. */
const inclusion =
  /<!--[ \t]{0,9}@include:[ \t]{0,9}([^\n>]{1,500}?)[ \t]{0,9}-->|^[ \t]{0,9}@include\(([^\n()]{1,500})\)[ \t]{0,9}$|^[ \t]{0,9}!!!include\(([^\n()]{1,500})\)!!![ \t]{0,9}$/gm;

/** The addresses of the files that a text includes as Markdown, as they are written. */
export function includedIn(text: string): string[] {
  return [...text.matchAll(inclusion)].map((found) => partsOf(found[1] ?? found[2] ?? found[3] ?? '').path);
}

/** Puts in the texts of other files where a page includes them, in code too, and files of code where it shows them. */
export async function expandIncludes(body: string, file: string, places: IncludePlaces): Promise<string> {
  const whole = await withParts(body, file, places, [file]);
  return withSnippets(whole, file, places);
}

async function withParts(text: string, file: string, places: IncludePlaces, within: string[]): Promise<string> {
  let result = '';
  let from = 0;
  for (const found of text.matchAll(inclusion)) {
    const written = (found[1] ?? found[2] ?? found[3] ?? '').trim();
    const { path, anchor, range } = partsOf(written);
    const part = filesAt(path, file, places.source).find((one) => places.tree.has(one));
    const content = part === undefined ? undefined : await places.tree.text(part);
    result += text.slice(from, found.index);
    from = found.index + found[0].length;
    if (part === undefined || content === undefined || within.includes(part) || within.length > deepest) {
      const why = part !== undefined && within.includes(part) ? 'includes itself' : 'is not among the files';
      places.notes.push({ level: 'lost', kind: 'part-missing', detail: `${written}, which it includes, ${why}` });
      continue;
    }
    const body = splitFrontMatter(content).body;
    const piece = anchor ? (regionOf(content, anchor) ?? partBelow(body, anchor)) : range ? content : body;
    if (piece === undefined)
      places.notes.push({
        level: 'lost',
        kind: 'part-missing',
        detail: `${part} has no #${anchor}, which it includes`,
      });
    const lines = linesOf(piece ?? '', range);
    places.parts?.push({ file: part, text: lines });
    if (result.length < longest) result += await withParts(lines, part, places, [...within, part]);
  }
  return result + text.slice(from);
}

/** `./part.md#region{5,10}` -> its three parts. */
function partsOf(written: string): { path: string; anchor: string; range: string } {
  const [, path = '', anchor = '', range = ''] = /^([^#{]*)(?:#([^\s{]+))?(?:\{([^{}]*)\})?/.exec(written.trim()) ?? [];
  return { path: path.trim(), anchor, range };
}

/** The files that an address may mean: `@` is the folder of pages, or the top of the project, which some count from. */
export function filesAt(path: string, file: string, source: string): string[] {
  const inside = path.replace(/^@(?:src)?\/?|^~\/|^\//, '');
  const folders = inside === path ? [posix.dirname(file), source, ''] : [source, ''];
  return folders.map((folder) => posix.join('/', folder, inside).slice(1));
}

const shown = [
  // <<< @/snippets/a.js#region{1,3 ts:line-numbers} [a.js]
  /^(?<margin>[ \t>]{0,80})<<<[ \t]{0,9}(?<path>[^\s#{[][^\n#{[]{0,500})(?:#(?<region>[\w*-]{1,100}))?[ \t]?(?:\{(?<options>[^{}\n]{0,200})\})?[ \t]{0,9}(?:\[(?<title>[^\n]{1,200})\])?[ \t]*$/,
  // @[code{1-3} js{2}](../a.js#region)
  /^(?<margin>[ \t>]{0,80})@\[code(?:\{(?<range>[\d,-]{0,40})\})?(?<options>[^\]\n]{0,200})\]\((?<path>[^()#\n]{1,500})(?:#(?<region>[\w*-]{1,100}))?\)[ \t]*$/,
];

/** Lines that show a file of code become blocks of code. */
async function withSnippets(text: string, file: string, places: IncludePlaces): Promise<string> {
  const outside = new Set<number>();
  mapLinesOutsideCode(text, (line, index) => {
    outside.add(index);
    return line;
  });
  const lines: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const found =
      outside.has(index) && /<<<|@\[code/.test(line) ? shown.map((one) => one.exec(line)).find(Boolean) : null;
    lines.push(found?.groups ? await snippet(found.groups, file, places) : line);
  }
  return lines.join('\n');
}

async function snippet(
  { margin = '', path = '', region, options = '', range = '', title }: Record<string, string | undefined>,
  file: string,
  places: IncludePlaces,
): Promise<string> {
  const found = filesAt(path.trim(), file, places.source).find((one) => places.tree.has(one));
  const text = found === undefined ? undefined : await places.tree.text(found);
  if (text === undefined) {
    places.notes.push({
      level: 'lost',
      kind: 'part-missing',
      detail: `${path.trim()}, whose code it shows, is not among the files`,
    });
    return '';
  }
  const code = linesOf((region ? regionOf(text, region) : undefined) ?? text, range)
    .replace(/\r/g, '')
    .trimEnd();
  const named = /(?:^|\s)([a-z][\w+#-]*)/i.exec(options.replace(/\{[^{}]*\}/g, ' '))?.[1];
  const language = named ?? /\.([a-z0-9]+)$/i.exec(path.trim())?.[1] ?? '';
  const fence = '`'.repeat(Math.max(3, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length + 1)));
  return [`${fence}${language}${title ? ` [${title}]` : ''}`, ...code.split('\n'), fence]
    .map((line) => margin + line)
    .join('\n');
}
