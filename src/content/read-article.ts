import type { MarkdownFindings } from '../markdown/findings.ts';
import { type ParseMarkdown, parseMarkdown } from '../markdown/parse.ts';
import type { TextSection } from '../markdown/sections.ts';
import { articleSchema } from '../schemas/article.ts';
import { publishingTimes } from '../schemas/publishing.ts';
import { type SplitFile, splitFrontMatter } from './front-matter.ts';
import { findExcess } from './markdown-limits.ts';
import { readTextFile } from './text-file.ts';
import type { Article, BrokenPage, Page, Problem, Section } from './types.ts';
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
  if ('problem' in read) return { broken: emptyPage(file), problems: [read.problem] };
  if (former?.source === read.text) return { article: former, problems: [] };
  const split = splitFrontMatter(read.text);
  const text = parseBody(split, file, parse);
  const page: Page = {
    ...emptyPage(file),
    source: read.text,
    body: split.body,
    bodyLine: split.bodyLine,
    ...text.findings,
  };
  const shape = shapeProblem(split, file);
  if (split.yaml === undefined || split.unclosed) return { broken: page, problems: [...shape, ...text.problems] };

  const yaml = parseYaml(split.yaml, file, split.yamlLine);
  const { value, problems } = validate(articleSchema, yaml, file, 'front-matter');
  if (!value || text.problems.length > 0) {
    const id = (yaml.data as { id?: unknown } | undefined)?.id;
    const broken = { ...page, ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}) };
    return { broken, problems: [...problems, ...text.problems] };
  }
  const times = publishingTimes(value, timeZone);
  return { article: { ...page, ...value, ...times, sections: withKeys(value.id, text.sections) }, problems: [] };
}

function emptyPage(file: string): Page {
  const [, locale = '', category = '', name = ''] = file.split('/');
  return {
    locale,
    category,
    slug: name.replace(/\.md$/i, ''),
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
  const fields = 'front matter: a line ---, then title, id and description, then a line ---';
  return [
    {
      file,
      line: unclosed ? yamlLine - 1 : 1,
      rule: 'front-matter',
      found: unclosed ? 'front matter that never ends' : 'no front matter',
      expected: fields,
      remedy: unclosed
        ? 'Put a line --- below the last field.'
        : 'Begin the file with these lines; npm run new writes them for you.',
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
