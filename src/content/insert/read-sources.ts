import type { z } from 'zod';
import { snippetSchema } from '../../schemas/snippet.ts';
import { insertionName, type Variable, variablesSchema } from '../../schemas/variables.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { findExcess } from '../markdown-limits.ts';
import { readTextFile } from '../text-file.ts';
import type { Problem } from '../types.ts';
import { validate } from '../validate.ts';
import { type ParsedYaml, parseYaml } from '../yaml.ts';
import { readCaptions } from './captions.ts';
import { expandSnippet } from './expand.ts';
import { misplacedInYaml } from './misplaced.ts';
import { type Captions, createSources, type Snippet, type Sources, type Variables } from './sources.ts';

const FOLDER = 'snippets/';
const VARIABLES = 'variables.yaml';
const SNIPPET = /^snippets\/([^/]+)\/([^/]+)\.md$/;

/** Whether a file lies where snippets are. */
export function isSnippetPath(file: string): boolean {
  return file.startsWith(FOLDER);
}

/** `snippets/en/refunds.md` */
export function snippetPath(locale: string, name: string): string {
  return `${FOLDER}${locale}/${name}.md`;
}

/** Reads variables.yaml, the snippets and what is said in films, and looks for what is wrong within each. Never throws over content. */
export async function readSources(
  root: string,
  files: readonly string[],
  defaultLocale: string,
): Promise<{ sources: Sources; problems: Problem[] }> {
  const { variables, problems } = await readVariables(root, files);
  const snippets: Snippet[] = [];
  const broken = new Set<string>();
  for (const file of files.filter((each) => isSnippetPath(each) && each.endsWith('.md'))) {
    const [, locale = '', name = ''] = SNIPPET.exec(file) ?? [];
    const read = await readSnippet(root, file, locale, name);
    if (read.snippet) snippets.push(read.snippet);
    else broken.add(name);
    problems.push(...read.problems);
  }
  const captions: Captions[] = [];
  for (const file of files.filter((each) => each.endsWith('.vtt'))) {
    const read = await readTextFile(root, file);
    const { captions: found, problems: inCaptions } =
      'problem' in read ? { captions: undefined, problems: [read.problem] } : readCaptions(file, read.text);
    if (found) captions.push(found);
    problems.push(...inCaptions);
  }
  const sources = createSources(snippets, broken, variables, defaultLocale, captions);
  for (const snippet of snippets) problems.push(...expandSnippet(snippet, sources).problems);
  return { sources, problems };
}

async function readVariables(
  root: string,
  files: readonly string[],
): Promise<{ variables: Variables; problems: Problem[] }> {
  const nothing = (broken: Variables['broken']): Variables => ({ values: new Map(), broken });
  if (!files.includes(VARIABLES)) return { variables: nothing(new Set()), problems: [] };
  const read = await readTextFile(root, VARIABLES);
  if ('problem' in read) return { variables: nothing('all'), problems: [read.problem] };
  const yaml = parseYaml(read.text.replace(/^\uFEFF/, ''), VARIABLES);
  const { value, problems } = validate(variablesSchema, yaml, VARIABLES, 'variables');
  const misplaced = misplacedInYaml(yaml, VARIABLES);
  if (value && problems.length === 0)
    return { variables: { values: new Map(Object.entries(value)), broken: new Set() }, problems: misplaced };
  const broken = isRecord(yaml.data) ? new Set(Object.keys(yaml.data)) : 'all';
  return { variables: { values: usable(yaml), broken }, problems: [...problems, ...misplaced] };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null;
}

/** What variables said in former texts of their file, newest first. */
export function formerValues(texts: readonly string[]): Map<string, Variable[]> {
  const former = new Map<string, Variable[]>();
  for (const text of texts)
    for (const [name, value] of usable(parseYaml(text.replace(/^\uFEFF/, ''), VARIABLES)))
      former.set(name, [...(former.get(name) ?? []), value]);
  return former;
}

/** The values that are right, of a file in which another is wrong. */
function usable({ data }: ParsedYaml): Map<string, Variable> {
  const entries = isRecord(data) ? Object.entries(data) : [];
  return new Map(
    entries.flatMap(([name, written]) => {
      const { data: read } = variablesSchema.safeParse({ [name]: written });
      return read ? Object.entries(read) : [];
    }),
  );
}

async function readSnippet(
  root: string,
  file: string,
  locale: string,
  name: string,
): Promise<{ snippet?: Snippet; problems: Problem[] }> {
  if (!insertionName.safeParse(name).success) return { problems: [misnamed(file)] };
  const read = await readTextFile(root, file);
  if ('problem' in read) return { problems: [read.problem] };
  const split = splitFrontMatter(read.text);
  const excess = findExcess(split.body);
  if (excess)
    return {
      problems: [
        {
          ...excess,
          file,
          line: excess.line + split.bodyLine - 1,
          rule: 'markdown',
          remedy: 'Look at this line and remove what is repeated.',
          severity: 'error',
        },
      ],
    };
  const { value, problems } = frontMatter(split, file);
  if (!value) return { problems };
  const above = /^(?:[ \t]*\n)*/.exec(split.body)![0];
  const snippet: Snippet = {
    name,
    locale,
    file,
    source: read.text,
    markdown: split.body.slice(above.length).trimEnd(),
    line: split.bodyLine + above.split('\n').length - 1,
    parameters: new Map(Object.entries(value.parameters)),
  };
  return { snippet, problems: snippet.markdown === '' ? [empty(file)] : [] };
}

function frontMatter(
  { yaml, yamlLine, unclosed }: ReturnType<typeof splitFrontMatter>,
  file: string,
): { value?: z.output<typeof snippetSchema> | undefined; problems: Problem[] } {
  if (!unclosed) return validate(snippetSchema, parseYaml(yaml ?? '', file, yamlLine), file, 'snippet');
  return {
    problems: [
      {
        file,
        line: yamlLine - 1,
        rule: 'snippet',
        found: 'front matter that never ends',
        expected: 'a line --- below the last field',
        remedy: 'Put a line --- below the last field.',
        severity: 'error',
      },
    ],
  };
}

function misnamed(file: string): Problem {
  const [, , last = ''] = file.split('/');
  const name = last
    .replace(/\.md$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-$/g, '');
  return {
    file,
    line: 1,
    rule: 'snippet',
    found: 'a snippet that no text can name',
    expected: 'snippets/<locale>/<name>.md, its name of small letters, digits and hyphens, beginning with a letter',
    remedy: name === '' || file.split('/').length !== 3 ? 'Move or rename the file.' : `Call it ${name}.md.`,
    severity: 'error',
  };
}

function empty(file: string): Problem {
  return {
    file,
    line: 1,
    rule: 'snippet',
    found: 'a snippet without text',
    expected: 'the text that others put in',
    remedy: 'Write it, or remove the file.',
    severity: 'warning',
  };
}
