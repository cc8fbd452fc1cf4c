import type { Insertion } from '../../markdown/insertions.ts';
import { type InsertionProblem, insertionProblem } from './insertion-problems.ts';
import { misplacedIn } from './misplaced.ts';
import type { Expanded, Part, Run, WrittenText } from './run.ts';
import { newRun } from './run.ts';
import { findSnippet, isBroken, type Snippet, type Sources } from './sources.ts';
import { variableText } from './variable-text.ts';

/** What stands for a text of a sentence or two: nested values multiply, too. */
const LONGEST_PARAMETER = 2000;
const IN_LINE = /(\\?):var\{([^{}\s]{1,60})\}/g;

/** Variables in a text of one line, such as a title. */
export function expandLine(written: WrittenText, sources: Sources): Pick<Expanded, 'text' | 'uses' | 'problems'> {
  const { file, line, locale } = written;
  const run = newRun(file, locale);
  const { text, problem } = withValues(written.markdown, { file, line, parameters: new Map() }, run, sources);
  const left = problem
    ? []
    : misplacedIn(written.markdown.replace(IN_LINE, '')).map((each) => ({ is: 'misplaced' as const, text: each }));
  const problems = [...(problem ? [problem] : []), ...left].map((each) =>
    insertionProblem(each, { file, line }, sources),
  );
  return { text, uses: run.uses, problems };
}

/** Where values are looked for: the parameters around, and the line that asks. */
type Scope = Pick<Part, 'file' | 'line' | 'parameters'>;

/** What a parameter or a variable says; undefined where variables.yaml is wrong, which is told there. */
export function findValue(
  name: string,
  { file, line, parameters }: Scope,
  run: Run,
  sources: Sources,
): string | InsertionProblem | undefined {
  const set = parameters.get(name);
  if (set !== undefined) return set;
  const value = sources.variables.values.get(name);
  if (value === undefined)
    return isBroken(sources, name) ? undefined : { is: 'unknown-variable', name, parameters: [...parameters.keys()] };
  const { text, borrowed } = variableText(value, run.locale, sources.defaultLocale);
  run.uses.push({ kind: 'variable', name, file, line, ...(borrowed && { lacking: run.locale }) });
  return text;
}

/** Whether there is a parameter, a variable or a snippet of this name. */
export function isKnown(name: string, { parameters }: Scope, { locale }: Run, sources: Sources): boolean {
  return parameters.has(name) || sources.variables.values.has(name) || findSnippet(sources, name, locale) !== undefined;
}

/** What a directive sets for a snippet, with what the snippet says of the rest. */
export function setParameters(
  { parameters, name = '' }: Insertion,
  snippet: Snippet,
  scope: Scope,
  run: Run,
  sources: Sources,
): Map<string, string> | InsertionProblem {
  const unknown = [...parameters.keys()].find((key) => !snippet.parameters.has(key));
  if (unknown !== undefined)
    return { is: 'unknown-parameter', name, parameter: unknown, known: [...snippet.parameters.keys()] };
  const set = new Map<string, string>();
  for (const [key, otherwise] of snippet.parameters) {
    const value = parameters.get(key) ?? otherwise;
    if (value === undefined) return { is: 'missing-parameter', name, parameter: key };
    if (value.length > LONGEST_PARAMETER) return { is: 'too-much' };
    // A value may name a variable, or pass on what was set around it.
    const { text, problem } = withValues(value, scope, run, sources);
    if (problem) return problem;
    if (text.length > LONGEST_PARAMETER) return { is: 'too-much' };
    set.set(key, text);
  }
  return set;
}

function withValues(
  text: string,
  scope: Scope,
  run: Run,
  sources: Sources,
): { text: string; problem?: InsertionProblem } {
  let problem: InsertionProblem | undefined;
  const filled = text.replace(IN_LINE, (directive, escaping: string, name: string) => {
    if (escaping) return directive.slice(1);
    const said = findValue(name, scope, run, sources);
    if (typeof said === 'string') return said;
    problem ??= said;
    return directive;
  });
  return { text: filled, ...(problem && { problem }) };
}
