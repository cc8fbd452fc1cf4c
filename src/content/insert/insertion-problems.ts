import { closest } from '../did-you-mean.ts';
import type { Problem } from '../types.ts';
import type { Sources } from './sources.ts';

/** Why nothing can be put in. */
export type InsertionProblem =
  | { is: 'no-name'; kind: 'snippet' | 'variable' }
  | { is: 'unknown-snippet' | 'not-a-line'; name: string }
  | { is: 'unknown-variable'; name: string; parameters: readonly string[] }
  | { is: 'unknown-parameter'; name: string; parameter: string; known: readonly string[] }
  | { is: 'missing-parameter'; name: string; parameter: string }
  | { is: 'cycle'; chain: readonly string[] }
  | { is: 'too-deep'; chain: readonly string[]; most: number }
  | { is: 'too-much' }
  | { is: 'misplaced'; text: string };

/** The problem as a writer is told of it. */
export function insertionProblem(
  problem: InsertionProblem,
  place: Pick<Problem, 'file' | 'line' | 'column'>,
  sources: Sources,
): Problem {
  const isVariable = problem.is === 'unknown-variable' || (problem.is === 'no-name' && problem.kind === 'variable');
  const rule = isVariable ? 'variable' : 'snippet';
  const severity = problem.is === 'misplaced' ? 'warning' : 'error';
  return { ...place, rule, ...say(problem, sources), severity };
}

function say(problem: InsertionProblem, sources: Sources): Pick<Problem, 'found' | 'expected' | 'remedy'> {
  switch (problem.is) {
    case 'no-name':
      return {
        found: `a :${problem.kind === 'variable' ? 'var' : 'snippet'}{…} without a name`,
        expected: 'a name first, without a value: :var{trial-days}, ::snippet{refunds days=14}',
        remedy: 'Write the name right after the opening brace.',
      };
    case 'unknown-snippet':
      return {
        found: `the snippet "${shown(problem.name)}", which is not there`,
        expected: `a file snippets/${sources.defaultLocale}/<name>.md`,
        remedy: meant(
          problem.name,
          sources.snippets.map(({ name }) => name),
          `Write snippets/${sources.defaultLocale}/, or correct the name.`,
        ),
      };
    case 'unknown-variable':
      return {
        found: `the variable "${shown(problem.name)}", which is not there`,
        expected: 'a name in variables.yaml, or a parameter of the snippet',
        remedy: meant(
          problem.name,
          [...problem.parameters, ...sources.variables.values.keys()],
          'Add it to variables.yaml, or correct the name.',
        ),
      };
    case 'not-a-line':
      return {
        found: `the snippet "${shown(problem.name)}" within a line, though it is no single paragraph`,
        expected: 'a snippet of one paragraph, or ::snippet{…} on a line of its own',
        remedy: `Write ::snippet{${problem.name}} on a line of its own.`,
      };
    case 'unknown-parameter':
      return {
        found: `a value for "${shown(problem.parameter)}", which the snippet "${shown(problem.name)}" does not use`,
        expected: problem.known.length > 0 ? `one of ${problem.known.join(', ')}` : 'a snippet without parameters',
        remedy: meant(
          problem.parameter,
          problem.known,
          `Remove it, or add it to parameters at the top of the snippet's file.`,
        ),
      };
    case 'missing-parameter':
      return {
        found: `the snippet "${shown(problem.name)}" without a value for "${shown(problem.parameter)}"`,
        expected: `a value: ::snippet{${problem.name} ${problem.parameter}="…"}`,
        remedy: 'Set it here, or give it a value at the top of the snippet’s file.',
      };
    case 'cycle':
      return {
        found: `a snippet that holds itself: ${problem.chain.join(' → ')}`,
        expected: 'snippets that end',
        remedy: 'Remove one of these directives.',
      };
    case 'too-deep':
      return {
        found: `snippets inside each other more than ${problem.most} deep: ${problem.chain.join(' → ')}`,
        expected: `at most ${problem.most} levels`,
        remedy: 'Put one of these texts into the one around it.',
      };
    case 'too-much':
      return {
        found: 'more than a page can hold: over 1000 snippets and variables, or over 1024 kB of text',
        expected: 'a text that a person can read',
        remedy: 'Look for a snippet that holds another one many times.',
      };
    case 'misplaced':
      return {
        found: `${shown(problem.text)} where nothing is put in, so that it shows as it is written`,
        expected:
          ':var{name} or :snippet{name} in the text, ::snippet{name} on a line of its own: not in code, HTML, an address or a picture’s text',
        remedy: 'Move it into the text, or write a \\ before it if it is meant to be seen.',
      };
  }
}

function shown(directive: string): string {
  const line = directive.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function meant(name: string, known: Iterable<string>, otherwise: string): string {
  const candidate = closest(name, known);
  return candidate === undefined ? otherwise : `Did you mean "${candidate}"?`;
}
