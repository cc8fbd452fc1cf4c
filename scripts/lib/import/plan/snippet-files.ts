import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expandText } from '../../../../src/content/insert/expand.ts';
import { movedTarget } from '../../../../src/content/insert/places.ts';
import { snippetPath } from '../../../../src/content/insert/read-sources.ts';
import { createSources, type Snippet } from '../../../../src/content/insert/sources.ts';
import { mayInsert, scanInsertions } from '../../../../src/markdown/insertions.ts';
import { slugOf, unique } from '../../naming/slug.ts';
import type { Conversion } from '../convert/conversion.ts';
import type { SourceSite } from '../sources/source.ts';
import type { PlannedFile } from './article-file.ts';

/** A shorter text is no trouble to write twice. Letters and digits. */
const LEAST = 40;

/** Some blocks of an article that came from a file that it included. */
interface Run {
  article: number;
  start: number;
  end: number;
  /** The blocks as a snippet has them. */
  text: string;
}

/**
 * What several articles included, where it came out the same in them, becomes a snippet again. The converted texts decide,
 * not the included file: a part that was given other values, or stands in a list, stays written out. Each article is put
 * together again and compared, so it says what it said.
 *
 * @param state The keys of files that an earlier import wrote, with their paths.
 * @param present Paths of snippets that are there.
 */
export function snippetFiles(
  site: SourceSite,
  conversions: readonly Conversion[],
  state: Readonly<Record<string, { path: string }>>,
  present: readonly string[],
): { files: PlannedFile[]; conversions: Conversion[] } {
  const texts = conversions.map(({ markdown }) => escapeDirectives(markdown));
  const own = new Set(Object.values(state).map(({ path }) => path));
  const taken = new Map<string, Set<string>>();
  const files: PlannedFile[] = [];
  for (const { locale, file, runs } of repeated(site, texts)) {
    const names =
      taken.get(locale) ?? new Set(present.filter((path) => !own.has(path)).map((path) => posix.parse(path).name));
    taken.set(locale, names);
    const name = unique(nameOf(file), names);
    const snippet: Snippet = {
      name,
      locale,
      file: snippetPath(locale, name),
      source: '',
      markdown: runs[0]!.text,
      line: 1,
      parameters: new Map(),
    };
    const used = runs.filter((run) => replace(texts, run, snippet));
    if (used.length === 0) continue;
    files.push({
      key: `snippet:${locale}/${name}`,
      path: snippet.file,
      text: `${snippet.markdown}\n`,
      category: '',
      origin: file,
    });
    site.notes.push({
      level: 'info',
      kind: 'snippet-made',
      detail: `${file}, which ${used.length} places include, is ${snippet.file}`,
    });
  }
  return { files, conversions: conversions.map((each, index) => ({ ...each, markdown: texts[index]! })) };
}

/** Runs of blocks of one file that are the same in two places or more; the longest first, so that those within stay whole. */
function repeated(site: SourceSite, texts: readonly string[]): { locale: string; file: string; runs: Run[] }[] {
  const groups = new Map<string, { locale: string; file: string; runs: Run[] }>();
  for (const [index, { locale, parts = [] }] of site.articles.entries()) {
    const blocks = parts.length > 0 ? blocksOf(texts[index]!) : [];
    for (const file of new Set(parts.map((part) => part.file))) {
      const letters = parts.map((part) => (part.file === file ? wordsOf(part.text) : '')).join('');
      for (const { start, end } of runsWithin(blocks, letters)) {
        const text = fromArticle(texts[index]!.slice(start, end), locale);
        const key = `${locale}\0${file}\0${text}`;
        const group = groups.get(key) ?? { locale, file, runs: [] };
        groups.set(key, group);
        group.runs.push({ article: index, start, end, text });
      }
    }
  }
  return [...groups.values()]
    .filter(({ runs }) => runs.length > 1)
    .sort((one, other) => other.runs[0]!.text.length - one.runs[0]!.text.length || (one.file < other.file ? -1 : 1));
}

interface Block {
  start: number;
  end: number;
  letters: string;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The blocks of a text that stand in no other; a `:::` block is one with its fences. */
function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open = 0;
  for (const node of parser.parse(markdown).children as Nodes[]) {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = markdown.slice(start, end);
    const letters = lettersOf(node);
    const before = open;
    for (const line of source.split('\n')) {
      if (/^:{3,}[a-z]/.test(line)) open += 1;
      else if (/^:{3,}$/.test(line.trimEnd())) open = Math.max(0, open - 1);
    }
    const last = blocks.at(-1);
    if (before > 0 && last) {
      last.end = end;
      last.letters += letters;
    } else blocks.push({ start, end, letters });
  }
  return blocks;
}

/** Runs of blocks whose words stand in an included text, in its order. */
function runsWithin(blocks: readonly Block[], letters: string): Block[] {
  const runs: Block[] = [];
  let run: Block | undefined;
  let from = 0;
  const close = (): void => {
    if (run && run.letters.length >= LEAST) runs.push(run);
    run = undefined;
    from = 0;
  };
  for (const block of blocks) {
    const bare = block.letters.replace(/^(?:note|tip|important|warning|caution|details|steps|cards)/, '');
    let at = bare === '' ? -1 : letters.indexOf(bare, from);
    if (at === -1 && run) {
      close();
      at = bare === '' ? -1 : letters.indexOf(bare);
    }
    if (at === -1) continue;
    from = at + bare.length;
    run = run ? { start: run.start, end: block.end, letters: run.letters + bare } : { ...block, letters: bare };
  }
  close();
  return runs;
}

function wordsOf(markdown: string): string {
  return parser.parse(markdown).children.map(lettersOf).join('');
}

function lettersOf(node: Nodes): string {
  const text = node.type === 'html' ? node.value.replace(/<[^<>]*>/g, ' ') : plainText(node);
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Every article lies as deep, so any stands for all. */
const articleIn = (locale: string): string => `articles/${locale}/a/b.md`;

function fromArticle(text: string, locale: string): string {
  return scanInsertions(text).relative.reduceRight(
    (moved, { start, end, target }) =>
      moved.slice(0, start) + movedTarget(target, articleIn(locale), snippetPath(locale, 'a')) + moved.slice(end),
    text,
  );
}

/** Puts the directive where the blocks stand, when both come to the same text; `texts` and places after it stay right. */
function replace(texts: string[], { article, text }: Run, snippet: Snippet): boolean {
  const before = texts[article]!;
  const { locale } = snippet;
  const written = expandText(
    { markdown: `::snippet{${snippet.name}}`, file: articleIn(locale), line: 1, locale },
    sourcesWith(snippet),
  ).text;
  // Earlier snippets have moved what comes after them.
  const at = `\n${before}`.indexOf(`\n${written}\n`);
  if (at === -1 || mayInsert(text)) return false;
  const after = `${before.slice(0, at)}::snippet{${snippet.name}}${before.slice(at + written.length)}`;
  const isWhole = expand(after, snippet) === expand(before, snippet);
  if (isWhole) texts[article] = after;
  return isWhole;
}

const sourcesWith = (snippet: Snippet) =>
  createSources([snippet], new Set(), { values: new Map(), broken: new Set() }, snippet.locale);

function expand(markdown: string, snippet: Snippet): string {
  const { locale } = snippet;
  return expandText({ markdown, file: articleIn(locale), line: 1, locale }, sourcesWith(snippet)).text;
}

/** What reads like a directive of ours was text to the old system. */
function escapeDirectives(markdown: string): string {
  if (!mayInsert(markdown)) return markdown;
  return scanInsertions(markdown).insertions.reduceRight(
    (text, { start }) => `${text.slice(0, start)}\\${text.slice(start)}`,
    markdown,
  );
}

/** `docs/_install-cli.mdx` -> `install-cli` */
function nameOf(file: string): string {
  const slug = slugOf(posix.parse(file).name).slice(0, 50);
  return /^[a-z]/.test(slug) ? slug : `part${slug && `-${slug}`}`;
}
