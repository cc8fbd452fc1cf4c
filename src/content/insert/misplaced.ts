import type { Problem } from '../types.ts';
import type { ParsedYaml } from '../yaml.ts';
import { insertionProblem } from './insertion-problems.ts';
import { NO_SOURCES } from './sources.ts';

const DIRECTIVE = /(?<!\\):{1,2}(?:snippet|var)\{[^{}]*\}?/g;

/** Directives in a text of one line that are none there, such as a snippet in a title, as they are written. */
export function misplacedIn(text: string): string[] {
  return text.match(DIRECTIVE) ?? [];
}

/** Directives in values of a YAML file, where nothing is put in, but for those below `fields`. */
export function misplacedInYaml(yaml: ParsedYaml, file: string, fields: readonly string[] = []): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'string')
      for (const text of misplacedIn(value))
        problems.push(insertionProblem({ is: 'misplaced', text }, { file, ...yaml.pointOf(path) }, NO_SOURCES));
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, each] of Object.entries(value))
      if (path.length > 0 || !fields.includes(key)) visit(each, [...path, key]);
  };
  visit(yaml.data, []);
  return problems;
}
