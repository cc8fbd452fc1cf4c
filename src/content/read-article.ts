import { posix } from 'node:path';
import type { z } from 'zod';
import { mayInsert } from '../markdown/insertions.ts';
import { type ParseMarkdown, parseMarkdown } from '../markdown/parse.ts';
import type { TextSection } from '../markdown/sections.ts';
import { articleSchema } from '../schemas/article.ts';
import { ownPageSchema } from '../schemas/own-page.ts';
import { publishingTimes } from '../schemas/publishing.ts';
import { isArticlePath } from './article-paths.ts';
import { type SplitFile, splitFrontMatter } from './front-matter.ts';
import { insertIntoPage } from './insert/insert-into-page.ts';
import { NO_SOURCES, type Sources } from './insert/sources.ts';
import { readBody } from './read-body.ts';
import { readTextFile } from './text-file.ts';
import type { Article, BrokenPage, OwnPage, Problem, Section, WrittenPage } from './types.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';

export interface ReadArticle {
  article?: Article;
  /** The page, when it is no article. */
  broken?: BrokenPage;
  problems: Problem[];
}

export interface ReadArticleOptions {
  /** The article that this file held when it was last read; the same object is given while its text is the same. */
  former?: Article | undefined;
  /** The site's zone, whose clocks publish_at and expires_at are written by; UTC when left out. */
  timeZone?: string | undefined;
  /** What parses the text. */
  parse?: ParseMarkdown | undefined;
  /** What texts can have put in. */
  sources?: Sources | undefined;
  /** Whether these are the same as when `former` was read. */
  sameSources?: boolean | undefined;
}

/** Reads `articles/<locale>/<category>/<slug>.md`. Never throws. */
export async function readArticle(
  root: string,
  file: string,
  {
    former,
    parse = parseMarkdown,
    timeZone = 'UTC',
    sources = NO_SOURCES,
    sameSources = false,
  }: ReadArticleOptions = {},
): Promise<ReadArticle> {
  const read = await readTextFile(root, file);
  const category = file.split('/')[2] ?? '';
  if ('problem' in read) return { broken: { ...emptyPage(file), category }, problems: [read.problem] };
  if (former?.source === read.text && (!mayInsert(read.text) || (sameSources && former.insertions?.whole !== false)))
    return { article: former, problems: [] };
  const { page: written, sections, data, value, problems } = readPage(read.text, file, articleSchema, parse, sources);
  const page = { ...written, category };
  if (value) {
    const times = publishingTimes(value, timeZone);
    return { article: { ...page, ...value, ...times, sections: withKeys(value.id, sections) }, problems };
  }
  const id = (data as { id?: unknown } | undefined)?.id;
  const broken = { ...page, ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}) };
  return { broken, problems };
}

/** Reads `pages/<locale>/<slug>.md`. Never throws. */
export async function readOwnPage(
  root: string,
  file: string,
  parse: ParseMarkdown = parseMarkdown,
  sources: Sources = NO_SOURCES,
): Promise<{ page?: OwnPage; broken?: WrittenPage; problems: Problem[] }> {
  const read = await readTextFile(root, file);
  if ('problem' in read) return { broken: emptyPage(file), problems: [read.problem] };
  const { page, sections, value, problems } = readPage(read.text, file, ownPageSchema, parse, sources);
  return value ? { page: { ...page, ...value, sections }, problems } : { broken: page, problems };
}

interface ReadPage<T> {
  page: WrittenPage;
  sections: (TextSection & Pick<Section, 'source' | 'snippets'>)[];
  /** The front matter as written; undefined when there is none. */
  data?: unknown;
  /** Undefined when `problems` is not empty. */
  value?: T | undefined;
  problems: Problem[];
}

/** Front matter and text of a file that becomes a page. */
function readPage<S extends z.ZodType>(
  source: string,
  file: string,
  schema: S,
  parse: ParseMarkdown,
  sources: Sources,
): ReadPage<z.output<S>> {
  const split = splitFrontMatter(source);
  const isWhole = split.yaml !== undefined && !split.unclosed;
  const written = isWhole ? parseYaml(split.yaml ?? '', file, split.yamlLine) : undefined;
  const { body, yaml, insertions, problems: inInsertions } = insertIntoPage(source, split, written, file, sources);
  const text = { ...emptyPage(file), source, body, bodyLine: split.bodyLine, ...(insertions && { insertions }) };
  const { findings, sections, problems: inText } = readBody(text, parse);
  const page = { ...text, ...findings };
  if (!yaml) return { page, sections, problems: [...shapeProblem(split, file), ...inText, ...inInsertions] };
  const { value, problems } = validate(schema, yaml, file, 'front-matter');
  const all = [...problems, ...inText];
  return {
    page,
    sections,
    data: yaml.data,
    value: all.length > 0 ? undefined : value,
    problems: [...all, ...inInsertions],
  };
}

function emptyPage(file: string): WrittenPage {
  const [, locale = ''] = file.split('/');
  return {
    locale,
    slug: posix.basename(file).replace(/\.md$/i, ''),
    file,
    source: '',
    body: '',
    bodyLine: 1,
    headings: [],
    references: [],
    anchors: [],
    diagnostics: [],
    prose: [],
  };
}

function shapeProblem({ yaml, unclosed, yamlLine }: SplitFile, file: string): Problem[] {
  if (yaml !== undefined && !unclosed) return [];
  const names = isArticlePath(file) ? 'title, id and description' : 'title and description';
  return [
    {
      file,
      line: unclosed ? yamlLine - 1 : 1,
      rule: 'front-matter',
      found: unclosed ? 'front matter that never ends' : 'no front matter',
      expected: `front matter: a line ---, then ${names}, then a line ---`,
      remedy: unclosed
        ? 'Put a line --- below the last field.'
        : isArticlePath(file)
          ? 'Begin the file with these lines; npm run new writes them for you.'
          : 'Begin the file with these lines.',
      severity: 'error',
    },
  ];
}

/** Names the sections `refunds`, `refunds#how-long`, and further parts of one heading `refunds#how-long~2`. */
function withKeys(id: string, sections: (TextSection & Pick<Section, 'source' | 'snippets'>)[]): Section[] {
  const parts = new Map<string, number>();
  return sections.map((section) => {
    const name = section.anchor ? `${id}#${section.anchor}` : id;
    const part = (parts.get(name) ?? 0) + 1;
    parts.set(name, part);
    return { key: part === 1 ? name : `${name}~${part}`, article: id, ...section };
  });
}
