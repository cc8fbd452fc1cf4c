import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { expandText } from '../content/insert/expand.ts';
import { movedTarget } from '../content/insert/places.ts';
import { snippetPath } from '../content/insert/read-sources.ts';
import { createSources, type Sources } from '../content/insert/sources.ts';
import type { Article, SnippetFix } from '../content/types.ts';
import { mayInsert, scanInsertions } from '../markdown/insertions.ts';
import { countWords } from './segment.ts';

/** Fewer words are written twice sooner than looked up. */
const LEAST_WORDS = 15;

/** Lines of an article's file, from a heading to the next, counted from 0. */
export interface Range {
  article: Article;
  from: number;
  to: number;
}

/** Finds the snippet that would say once what two sections of articles say in the same words. */
export type SnippetFinder = (one: Range, other: Range, heading: string) => SnippetFix | undefined;

/**
 * Finds snippets, and for each all articles of the language that have its blocks; undefined where no whole blocks are the same, or
 * putting them in would not give the same text.
 */
export function createSnippetFinder(articles: readonly Article[], sources: Sources): SnippetFinder {
  // Many pairs of articles share the same blocks.
  const known = new Map<string, string[]>();
  return (one, other, heading) => {
    const text = sharedBlocks(blocksOf(one), blocksOf(other));
    if (text === undefined || mayInsert(text)) return undefined;
    const { locale, file } = one.article;
    const folder = scanInsertions(text).relative.length > 0 ? posix.dirname(file) : undefined;
    const name = freeName(heading, text, sources);
    const key = JSON.stringify([locale, folder, name, text]);
    const places = known.get(key) ?? placesOf(text, name, locale, folder, articles);
    known.set(key, places);
    if (!places.includes(file) || !places.includes(other.article.file)) return undefined;
    const path = snippetPath(locale, name);
    return { file: path, text: moved(text, file, path), find: text, replace: `::snippet{${name}}`, places };
  };
}

/**
 * The files that would say the same with a snippet of this name in the place of these blocks.
 * @param folder Where addresses in the blocks hold, if they hold in one folder only.
 */
function placesOf(
  text: string,
  name: string,
  locale: string,
  folder: string | undefined,
  articles: readonly Article[],
): string[] {
  const file = snippetPath(locale, name);
  const snippet = { name, locale, file, source: '', line: 1, parameters: new Map() };
  return articles
    .filter((each) => each.locale === locale && (folder === undefined || posix.dirname(each.file) === folder))
    .filter((each) => withBlocksReplaced(each.source, text, '') !== undefined)
    .filter(({ body, file: place, insertions }) => {
      const alone = createSources(
        [{ ...snippet, markdown: moved(text, place, file) }],
        new Set(),
        { values: new Map(), broken: new Set() },
        locale,
      );
      const expanded = (markdown: string): string =>
        mayInsert(markdown) ? expandText({ markdown, file: place, line: 1, locale }, alone).text : markdown;
      const before = insertions?.written.body ?? body;
      const after = withBlocksReplaced(before, text, `::snippet{${name}}`);
      return after !== undefined && expanded(after) === expanded(before);
    })
    .map((each) => each.file);
}

/** Blocks of a range as they are written, parted at empty lines outside code. */
function blocksOf({ article, from, to }: Range): string[] {
  const blocks: string[] = [];
  let fence = '';
  let isOpen = false;
  for (const line of article.source.split('\n').slice(from, to)) {
    const [mark = ''] = /^\s{0,3}(?:`{3,}|~{3,})/.exec(line) ?? [];
    if (mark && !fence) fence = mark.trim();
    else if (fence && line.trim().startsWith(fence)) fence = '';
    if (line.trim() === '' && !fence) isOpen = false;
    else if (isOpen) blocks.push(`${blocks.pop()}\n${line}`);
    else {
      blocks.push(line);
      isOpen = true;
    }
  }
  return blocks;
}

/** The longest run of blocks that both have, with enough words; none begins within a list or a quote. */
function sharedBlocks(one: readonly string[], other: readonly string[]): string | undefined {
  let longest = '';
  for (let a = 0; a < one.length; a += 1)
    for (let b = 0; b < other.length; b += 1) {
      if (/^[\s>:]/.test(one[a]!)) continue;
      let length = 0;
      while (a + length < one.length && one[a + length] === other[b + length]) length += 1;
      const text = one.slice(a, a + length).join('\n\n');
      if (text.length > longest.length) longest = text;
    }
  return countWords(longest) >= LEAST_WORDS ? longest : undefined;
}

/** A file or a text with `replace` in the place of blocks that it has exactly once; undefined when it has them otherwise. */
export function withBlocksReplaced(source: string, blocks: string, replace: string): string | undefined {
  const places: number[] = [];
  for (let at = source.indexOf(blocks); at !== -1; at = source.indexOf(blocks, at + 1)) {
    const before = source.slice(0, at);
    const after = source.slice(at + blocks.length, at + blocks.length + 2);
    if ((before.trim() === '' || before.endsWith('\n\n')) && ['', '\n', '\n\n'].includes(after)) places.push(at);
  }
  const [at, ...others] = places;
  if (at === undefined || others.length > 0) return undefined;
  return source.slice(0, at) + replace + source.slice(at + blocks.length);
}

function moved(text: string, from: string, to: string): string {
  return scanInsertions(text).relative.reduceRight(
    (result, { start, end, target }) => result.slice(0, start) + movedTarget(target, from, to) + result.slice(end),
    text,
  );
}

/** A name of the heading's words, else of the text's first; one that no snippet has. */
function freeName(heading: string, text: string, { snippets }: Sources): string {
  const slugger = new GithubSlugger();
  const words = (line: string): string =>
    slugger
      .slug(line.split(/\s+/).slice(0, 6).join(' '))
      .replace(/[^a-z0-9-]/g, '')
      .replace(/^[^a-z]{1,60}/, '')
      .slice(0, 50);
  const base = words(heading) || words(text) || 'shared';
  const taken = new Set(snippets.map(({ name }) => name));
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
  return name;
}
