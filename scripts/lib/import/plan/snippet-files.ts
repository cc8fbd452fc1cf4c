import { posix } from 'node:path';
import { stringify } from 'yaml';
import { expandText } from '../../../../src/content/insert/expand.ts';
import { movedTarget } from '../../../../src/content/insert/places.ts';
import { snippetPath } from '../../../../src/content/insert/read-sources.ts';
import { createSources, type Snippet } from '../../../../src/content/insert/sources.ts';
import { mayInsert, scanInsertions } from '../../../../src/markdown/insertions.ts';
import { slugOf, unique } from '../../naming/slug.ts';
import type { Conversion } from '../convert/conversion.ts';
import type { SourceSite } from '../sources/source.ts';
import type { PlannedFile } from './article-file.ts';
import { includedRuns, isWorthAFile } from './included-runs.ts';
import { type Parameters, withParameters } from './snippet-parameters.ts';

/** Some blocks of an article that came from a file that it included. */
interface Run {
  article: number;
  /** The blocks as a snippet has them. */
  text: string;
  values: Parameters;
}

/** Places where a file came out the same but for what it was given. */
interface Group {
  locale: string;
  file: string;
  /** The blocks as a snippet has them, with `:var{…}` where the places differ. */
  text: string;
  parameters: string[];
  runs: Run[];
}

/**
 * What several articles included, where it came out the same in them, becomes a snippet again; where it was given other
 * values in each place, these are its parameters. The converted texts decide, not the included file: what stands in a list,
 * or came out in another way, stays written out. Each article is put together again and compared, so it says what it said.
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
  for (const { locale, file, text, parameters, runs } of repeated(site, texts)) {
    const names =
      taken.get(locale) ?? new Set(present.filter((path) => !own.has(path)).map((path) => posix.parse(path).name));
    taken.set(locale, names);
    const name = unique(nameOf(file), names);
    const snippet: Snippet = {
      name,
      locale,
      file: snippetPath(locale, name),
      source: '',
      markdown: text,
      line: 1,
      parameters: new Map(parameters.map((parameter) => [parameter, undefined])),
    };
    const used = runs.filter((run) => replace(texts, run, snippet));
    if (used.length === 0) continue;
    files.push({
      key: `snippet:${locale}/${name}`,
      path: snippet.file,
      text: fileText(snippet),
      category: '',
      origin: file,
    });
    const given = parameters.length > 0 ? `, given ${parameters.join(', ')}` : '';
    site.notes.push({
      level: 'info',
      kind: 'snippet-made',
      detail: `${file}, which ${used.length} places include${given}, is ${snippet.file}`,
    });
  }
  return { files, conversions: conversions.map((each, index) => ({ ...each, markdown: texts[index]! })) };
}

function fileText({ markdown, parameters }: Snippet): string {
  if (parameters.size === 0) return `${markdown}\n`;
  const fields = { parameters: Object.fromEntries([...parameters.keys()].map((name) => [name, null])) };
  return `---\n${stringify(fields, { nullStr: '' })}---\n\n${markdown}\n`;
}

/** Runs of blocks of one file that are alike in two places or more; the longest first, so that those within stay whole. */
function repeated(site: SourceSite, texts: readonly string[]): Group[] {
  const groups = new Map<string, { locale: string; file: string; runs: Run[] }>();
  for (const [index, article] of site.articles.entries()) {
    const { locale } = article;
    for (const { file, start, end, values } of includedRuns(texts[index]!, article)) {
      const text = fromArticle(texts[index]!.slice(start, end), locale);
      if (mayInsert(text)) continue;
      const key = `${locale}\0${file}\0${withParameters(text, values).text}`;
      const group = groups.get(key) ?? { locale, file, runs: [] };
      groups.set(key, group);
      group.runs.push({ article: index, text, values: withParameters(text, values).used });
    }
  }
  return [...groups.values()]
    .filter(({ runs }) => runs.length > 1)
    .map((group) => ({ ...group, ...inCommon(group.runs) }))
    .filter(({ text }) => isWorthAFile(text))
    .sort((one, other) => other.text.length - one.text.length || (one.file < other.file ? -1 : 1));
}

/** What the places say alike, with parameters where they differ. */
function inCommon(runs: readonly Run[]): Pick<Group, 'text' | 'parameters'> {
  const [{ text, values }] = runs as [Run, ...Run[]];
  const parameters = Object.keys(values).filter((name) => runs.some((run) => run.values[name] !== values[name]));
  const differing = Object.fromEntries(parameters.map((name) => [name, values[name]!]));
  return { text: withParameters(text, differing).text, parameters };
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
function replace(texts: string[], { article, values }: Run, snippet: Snippet): boolean {
  const before = texts[article]!;
  const set = [...snippet.parameters.keys()].map((name) => ` ${name}="${attributeOf(values[name]!)}"`);
  const directive = `::snippet{${snippet.name}${set.join('')}}`;
  const written = expand(directive, snippet);
  // Earlier snippets have moved what comes after them.
  const at = `\n${before}`.indexOf(`\n${written}\n`);
  if (at === -1) return false;
  const after = `${before.slice(0, at)}${directive}${before.slice(at + written.length)}`;
  const isWhole = expand(after, snippet) === expand(before, snippet);
  if (isWhole) texts[article] = after;
  return isWhole;
}

function expand(markdown: string, snippet: Snippet): string {
  const { locale } = snippet;
  const sources = createSources([snippet], new Set(), { values: new Map(), broken: new Set() }, locale);
  return expandText({ markdown, file: articleIn(locale), line: 1, locale }, sources).text;
}

function attributeOf(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
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
