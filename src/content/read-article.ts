import { posix } from 'node:path';
import type { z } from 'zod';
import type { MarkdownFindings } from '../markdown/findings.ts';
import { type ParseMarkdown, parseMarkdown } from '../markdown/parse.ts';
import type { TextSection } from '../markdown/sections.ts';
import { articleSchema } from '../schemas/article.ts';
import { ownPageSchema } from '../schemas/own-page.ts';
import { publishingTimes } from '../schemas/publishing.ts';
import { isArticlePath } from './article-paths.ts';
import { type SplitFile, splitFrontMatter } from './front-matter.ts';
import { findExcess } from './markdown-limits.ts';
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
}

/** Reads `articles/<locale>/<category>/<slug>.md`. Never throws. */
export async function readArticle(
  root: string,
  file: string,
  { former, parse = parseMarkdown, timeZone = 'UTC' }: ReadArticleOptions = {},
): Promise<ReadArticle> {
  const read = await readTextFile(root, file);
  const category = file.split('/')[2] ?? '';
  if ('problem' in read) return { broken: { ...emptyPage(file), category }, problems: [read.problem] };
  if (former?.source === read.text) return { article: former, problems: [] };
  const { page: written, sections, data, value, problems } = readPage(read.text, file, articleSchema, parse);
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
): Promise<{ page?: OwnPage; broken?: WrittenPage; problems: Problem[] }> {
  const read = await readTextFile(root, file);
  if ('problem' in read) return { broken: emptyPage(file), problems: [read.problem] };
  const { page, sections, value, problems } = readPage(read.text, file, ownPageSchema, parse);
  return value ? { page: { ...page, ...value, sections }, problems } : { broken: page, problems };
}

interface ReadPage<T> {
  page: WrittenPage;
  sections: TextSection[];
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
): ReadPage<z.output<S>> {
  const split = splitFrontMatter(source);
  const { findings, sections, problems: inText } = parseBody(split, file, parse);
  const page = { ...emptyPage(file), source, body: split.body, bodyLine: split.bodyLine, ...findings };
  if (split.yaml === undefined || split.unclosed)
    return { page, sections, problems: [...shapeProblem(split, file), ...inText] };
  const yaml = parseYaml(split.yaml, file, split.yamlLine);
  const { value, problems } = validate(schema, yaml, file, 'front-matter');
  const all = [...problems, ...inText];
  return { page, sections, data: yaml.data, value: all.length > 0 ? undefined : value, problems: all };
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

interface Body {
  findings: MarkdownFindings;
  sections: TextSection[];
  problems: Problem[];
}

/** Parses the text; lines become lines of the file. */
function parseBody({ body, bodyLine }: SplitFile, file: string, parse: ParseMarkdown): Body {
  const excess = findExcess(body);
  if (excess)
    return unparsed({
      ...excess,
      file,
      line: excess.line + bodyLine - 1,
      rule: 'markdown',
      remedy: 'Look at this line and remove what is repeated.',
      severity: 'error',
    });
  try {
    const { headings, references, anchors, diagnostics, prose, sections } = parse(body, file);
    const inFile = <T extends { line: number }>(each: T): T => ({ ...each, line: each.line + bodyLine - 1 });
    return {
      findings: {
        headings: headings.map(inFile),
        references: references.map(inFile),
        anchors,
        diagnostics: diagnostics.map(inFile),
        prose: prose.map(inFile),
      },
      sections,
      problems: [],
    };
  } catch (error) {
    const deep = error instanceof RangeError;
    return unparsed({
      file,
      line: bodyLine,
      rule: 'markdown',
      found: deep
        ? 'Markdown nested thousands of levels deep'
        : `Markdown that cannot be read (${error instanceof Error ? error.message : String(error)})`,
      expected: 'lists, quotes and HTML nested a few levels deep',
      remedy: 'Look for a long run of > or [ or an HTML element that is opened again and again, and remove it.',
      severity: 'error',
    });
  }
}

function unparsed(problem: Problem): Body {
  return {
    findings: { headings: [], references: [], anchors: [], diagnostics: [], prose: [] },
    sections: [],
    problems: [problem],
  };
}

/** Names the sections `refunds`, `refunds#how-long`, and further parts of one heading `refunds#how-long~2`. */
function withKeys(id: string, sections: TextSection[]): Section[] {
  const parts = new Map<string, number>();
  return sections.map((section) => {
    const name = section.anchor ? `${id}#${section.anchor}` : id;
    const part = (parts.get(name) ?? 0) + 1;
    parts.set(name, part);
    return { key: part === 1 ? name : `${name}~${part}`, article: id, ...section };
  });
}
