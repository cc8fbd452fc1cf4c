import type { MarkdownFindings } from '../../markdown/findings.ts';
import { mayInsert } from '../../markdown/insertions.ts';
import type { SplitFile } from '../front-matter.ts';
import { findExcess } from '../markdown-limits.ts';
import type { Problem, Section, WrittenPage } from '../types.ts';
import type { ParsedYaml } from '../yaml.ts';
import { expandText } from './expand.ts';
import { misplacedInYaml } from './misplaced.ts';
import type { Insertions, Sources } from './sources.ts';
import { expandLine } from './values.ts';

/** The fields of front matter that may have variables. */
const FIELDS = ['title', 'description'] as const;

/** A page with everything put in. */
interface InsertedPage {
  body: string;
  /** The front matter with its values; undefined when there is none. */
  yaml: ParsedYaml | undefined;
  /** Undefined when nothing was to be put in. */
  insertions: Insertions | undefined;
  problems: Problem[];
}

/** Puts snippets and variables into the text of a page, and variables into its title and description. */
export function insertIntoPage(
  source: string,
  split: SplitFile,
  yaml: ParsedYaml | undefined,
  file: string,
  sources: Sources,
): InsertedPage {
  const { body, bodyLine } = split;
  const [, locale = ''] = file.split('/');
  // What would keep a parser busy is told by whoever parses the page.
  const isIn = { body: mayInsert(body) && !findExcess(body), front: mayInsert(split.yaml ?? '') };
  if (!isIn.body && !isIn.front) return { body, yaml, insertions: undefined, problems: [] };
  const text = { markdown: body, file, line: bodyLine, locale };
  const expanded = isIn.body ? expandText(text, sources) : { text: body, origins: [], uses: [], problems: [] };
  const uses = [...expanded.uses];
  const problems = [...expanded.problems];
  const written = { title: '', description: '', body };
  const data: unknown = yaml?.data;
  const values: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = fieldOf(data, field);
    if (typeof value !== 'string' || !yaml) continue;
    written[field] = value;
    const { line } = yaml.pointOf([field]);
    const said = expandLine({ markdown: value, file, line, locale }, sources);
    values[field] = said.text;
    uses.push(...said.uses);
    problems.push(...said.problems);
  }
  if (yaml && isIn.front) problems.push(...misplacedInYaml(yaml, file, FIELDS));
  return {
    body: expanded.text,
    yaml: yaml && typeof data === 'object' && data !== null ? { ...yaml, data: { ...data, ...values } } : yaml,
    insertions: {
      uses,
      origins: expanded.origins,
      whole: problems.length === 0,
      fileLines: source.split(/\r\n?|\n/).length,
      withSnippets: expanded.uses.some(({ kind }) => kind === 'variable')
        ? expandText(text, sources, { keepsVariables: true }).text
        : expanded.text,
      written,
    },
    problems,
  };
}

function fieldOf(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, field)
    ? (data as Record<string, unknown>)[field]
    : undefined;
}

/**
 * By anchor, the files of the snippets in each section, and the one whose text is all of it, whoever wrote its heading.
 * @param headings As they were found in the text of the page, so that their lines count there.
 */
export function sectionSources(
  { file, body, insertions }: Pick<WrittenPage, 'file' | 'body' | 'insertions'>,
  headings: MarkdownFindings['headings'],
): ReadonlyMap<string, Pick<Section, 'source' | 'snippets'>> {
  const sources = new Map<string, Pick<Section, 'source' | 'snippets'>>();
  if (!insertions || insertions.origins.length === 0) return sources;
  const lines = body.split('\n');
  const starts = [{ anchor: '', line: 0 }, ...headings.toSorted((a, b) => a.line - b.line)];
  for (const [index, { anchor, line }] of starts.entries()) {
    const end = (starts[index + 1]?.line ?? lines.length + 1) - 1;
    const files = new Set(
      insertions.origins.slice(line, end).flatMap((origin, at) => (lines[line + at]!.trim() === '' ? [] : origin.file)),
    );
    const snippets = [...files].filter((each) => each !== file);
    const [source] = snippets;
    if (source !== undefined) sources.set(anchor, { snippets, ...(!files.has(file) && { source }) });
  }
  return sources;
}
