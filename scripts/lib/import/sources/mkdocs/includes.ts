import { posix } from 'node:path';
import type { SourceTree } from '../markdown/source-tree.ts';
import type { Note, SourcePart } from '../source.ts';
import { largestArticle } from '../source-files.ts';
import { folderOf, inside, type MkDocsConfig } from './config.ts';
import { dialectOf } from './dialect.ts';
import { partOf } from './file-parts.ts';
import { includeTags, replaceEach } from './include-tags.ts';
import { indentOf } from './lines.ts';

/** Files in one another beyond this include each other. */
const deepest = 12;

/** Where the parts that pages include are looked for. */
export interface IncludePaths {
  tree: SourceTree;
  docs: string;
  /** Folders for `--8<--` and `{!…!}`, in order. */
  snippets: string[];
  includes: string[];
  /** Files whose text stands below each page. */
  appended: string[];
  /** Which forms of including the site has turned on. */
  has: { snippets: boolean; braces: boolean; tags: boolean };
}

export function includePaths(tree: SourceTree, docs: string, config: MkDocsConfig | undefined): IncludePaths {
  const dialect = dialectOf(config);
  const folder = config?.folder ?? '';
  const folders = (value: unknown): string[] =>
    [value].flat().flatMap((path) => (typeof path === 'string' ? [inside(folder, path)] : []));
  const options = dialect.options('pymdownx.snippets');
  const usual = [...new Set([folder, docs, inside(folder, 'includes')])];
  const chosen = folders(options.base_path);
  const included = folders(dialect.options('markdown_include.include').base_path);
  return {
    tree,
    docs,
    snippets: [...new Set([...(chosen.length > 0 ? chosen : [folder]), ...(config ? [] : usual)])],
    includes: [...new Set([...(included.length > 0 ? included : usual), docs])],
    appended: [options.auto_append].flat().filter((file) => typeof file === 'string'),
    has: {
      snippets: dialect.has('pymdownx.snippets'),
      braces: dialect.has('markdown_include.include'),
      tags: config === undefined || ['include-markdown', 'macros'].some((plugin) => config.plugins.has(plugin)),
    },
  };
}

/** A line that names a snippet, one that begins or ends a list of them, and the marks of a part in a file. */
const snippet = /^([ \t]{0,200})(;{0,9})-{1,9}8<-{1,9}(?:[ \t]{1,9}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})'))?[ \t]*$/;
const mark = /-{1,9}8<-{1,9}[ \t]{1,9}\[[ \t]{0,9}(?:start|end)[ \t]{0,9}:/i;
const braces = /\{![ \t]{0,9}([^!\n]{1,300}?)[ \t]{0,9}!(?:[ \t]{0,9}lines=([\d -]{1,100}))?\}/g;

/** Puts the files that a page includes into its text, in each of the forms that extensions and plugins have for it. */
export async function withIncludes(
  body: string,
  file: string,
  paths: IncludePaths,
  notes: Note[],
  parts: SourcePart[] = [],
): Promise<string> {
  const state: State = { paths, notes, parts, left: largestArticle, used: new Set() };
  const text = [body, ...paths.appended.map((name) => `\n--8<-- "${name}"`)].join('\n');
  return expand(text, file, state, []);
}

/** The files that a text includes, as far as they are there. */
export async function includedFiles(body: string, file: string, paths: IncludePaths): Promise<Set<string>> {
  const state: State = { paths, notes: [], parts: [], left: largestArticle, used: new Set() };
  await expand(body, file, state, []);
  return state.used;
}

interface State {
  paths: IncludePaths;
  notes: Note[];
  parts: SourcePart[];
  /** How many characters may still be added: files that include each other double with each level. */
  left: number;
  used: Set<string>;
}

async function expand(text: string, file: string, state: State, above: string[]): Promise<string> {
  if (!/8<|\{!|\{%/.test(text)) return text;
  const out: string[] = [];
  let inList = false;
  for (const line of text.split('\n')) {
    if (!state.paths.has.snippets) {
      out.push(await inText(line, file, state, above));
      continue;
    }
    const [whole, indent = '', escaping = '', double, single] = snippet.exec(line) ?? [];
    if (escaping) out.push(line.replace(';', ''));
    else if (whole !== undefined && double === undefined && single === undefined) inList = !inList;
    else if (whole !== undefined || (inList && line.trim())) {
      const name = (double ?? single ?? line.trim()).slice(0, 500);
      const margin = ' '.repeat(indentOf(whole === undefined ? line : indent));
      // A name that begins so was taken out of the list.
      if (!name.startsWith(';')) for (const one of await snippetLines(name, margin, state, above)) out.push(one);
    } else if (!inList) out.push(await inText(line, file, state, above));
  }
  const joined = out.join('\n');
  if (!state.paths.has.tags || !joined.includes('{%')) return joined;
  return includeTags(joined, file, {
    docs: state.paths.docs,
    folders: state.paths.includes,
    async read(name, places) {
      const found = find(name, places, state);
      const inner = await read(found, name, state, above);
      return found === undefined || inner === undefined ? undefined : { file: found, text: inner };
    },
    expand: (inner, from) => expand(inner, from, state, [...above, from]),
  });
}

async function snippetLines(name: string, margin: string, state: State, above: string[]): Promise<string[]> {
  const { paths } = state;
  const [, path = name, part = ''] = /^(.*?)((?::-?\d*){1,2}(?:,-?\d*:?-?\d*)*|:[a-z][\w-]*)?$/i.exec(name) ?? [];
  if (/^https?:/i.test(name)) return missing(name, state, 'is on another site');
  const found = find(path, paths.snippets, state);
  const text = await read(found, path, state, above);
  if (found === undefined || text === undefined) return [];
  const lines = partOf(text.split('\n'), part);
  if (!lines) return missing(name, state, 'has no such part');
  const inner = await expand(lines.filter((line) => !mark.test(line)).join('\n'), found, state, [...above, found]);
  return inner.split('\n').map((line) => (line ? margin + line : line));
}

/** `{!file!}` anywhere in a line. */
async function inText(line: string, file: string, state: State, above: string[]): Promise<string> {
  if (!state.paths.has.braces || !line.includes('{!')) return line;
  return replaceEach(line, braces, async ([, name = '', lines = '']) => {
    const places = [...state.paths.includes, folderOf(file)];
    const found = find(name, places, state);
    const text = await read(found, name, state, above);
    if (found === undefined || text === undefined) return '';
    const part = lines
      ? (
          partOf(
            text.split('\n'),
            `:${lines
              .trim()
              .replace(/\s*-\s*/g, ':')
              .replace(/\s+/g, ',')}`,
          ) ?? []
        ).join('\n')
      : text;
    return (await expand(part, found, state, [...above, found])).trimEnd();
  });
}

async function read(
  found: string | undefined,
  name: string,
  state: State,
  above: string[],
): Promise<string | undefined> {
  if (found !== undefined) state.used.add(found);
  if (found !== undefined && (above.includes(found) || above.length >= deepest)) {
    missing(name, state, 'includes itself');
    return undefined;
  }
  const text = found === undefined ? undefined : await state.paths.tree.text(found);
  if (text === undefined || text.length > state.left) {
    missing(name, state, text === undefined ? 'is not among the files' : 'makes the page too large');
    return undefined;
  }
  state.left -= text.length;
  if (found !== undefined) state.parts.push({ file: found, text });
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
}

function missing(name: string, { notes }: State, why: string): string[] {
  notes.push({
    level: 'lost',
    kind: 'include-missing',
    detail: `${name.slice(0, 120)}, which the page includes, ${why}`,
  });
  return [];
}

function find(name: string, folders: readonly string[], { paths }: State): string | undefined {
  // A file may stand among the folders by itself.
  return folders
    .map((folder) => (folder.split('/').at(-1) === name ? folder : posix.join('/', folder, name).slice(1)))
    .find((one) => paths.tree.has(one));
}
