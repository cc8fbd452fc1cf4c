import type { z } from 'zod';
import { closest } from './did-you-mean.ts';
import { fieldsAt, helpFor } from './field-help.ts';
import type { Problem } from './types.ts';
import type { ParsedYaml } from './yaml.ts';
import { expectation, show } from './zod-issues.ts';

export interface Validated<T> {
  /** Undefined when `problems` is not empty. */
  value: T | undefined;
  problems: Problem[];
}

/** A file with more mistakes has the same one again and again. */
const MOST_PROBLEMS = 100;

/** Checks parsed YAML against a schema; every issue becomes a problem at the line of the value it means. */
export function validate<S extends z.ZodType>(
  schema: S,
  yaml: ParsedYaml,
  file: string,
  rule: string,
): Validated<z.output<S>> {
  if (yaml.problems.length > 0) return { value: undefined, problems: yaml.problems };
  const unseen = prototypeKeys(yaml.data).map((path) => prototypeKey(yaml, file, rule, path));
  const result = schema.safeParse(yaml.data ?? {});
  if (result.success) return { value: unseen.length === 0 ? result.data : undefined, problems: unseen };
  const problems = result.error.issues
    .slice(0, MOST_PROBLEMS)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, MOST_PROBLEMS).map((key) => unknownField(schema, yaml, file, rule, issue.path, key))
        : [wrongField(schema, yaml, file, rule, issue)],
    );
  return { value: undefined, problems: [...problems, ...unseen] };
}

/** Paths of fields called `__proto__`, which no schema sees. */
function prototypeKeys(data: unknown): string[][] {
  const paths: string[][] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: string[]): void => {
    // By an alias, YAML can put a value into itself, or into many places.
    if (typeof value !== 'object' || value === null || seen.has(value) || paths.length >= MOST_PROBLEMS) return;
    seen.add(value);
    for (const [key, each] of Object.entries(value)) {
      if (key === '__proto__') paths.push([...path, key]);
      visit(each, [...path, key]);
    }
  };
  visit(data, []);
  return paths;
}

function prototypeKey(yaml: ParsedYaml, file: string, rule: string, path: readonly string[]): Problem {
  return {
    file,
    ...yaml.keyPointOf(path),
    rule,
    field: path.join('.'),
    found: 'a field named "__proto__"',
    expected: 'a name that a computer does not use for something else',
    remedy: 'Give it another name, or remove it.',
    severity: 'error',
  };
}

function wrongField(schema: z.ZodType, yaml: ParsedYaml, file: string, rule: string, issue: z.core.$ZodIssue): Problem {
  const found = valueAt(yaml.data, issue.path);
  // Which of several shapes is meant is unknown here, so none of their sentences would help.
  const help = 'options' in issue ? '' : helpFor(schema, issue.path);
  const field = issue.path.map(String).join('.');
  const last = field || 'the file';
  return {
    file,
    ...yaml.pointOf(issue.path),
    rule,
    ...(field && { field }),
    found: show(found),
    expected: expectation(issue),
    remedy: `${found === undefined ? 'Add' : 'Correct'} ${last}.${help && ` ${help}`}`,
    severity: 'error',
  };
}

function unknownField(
  schema: z.ZodType,
  yaml: ParsedYaml,
  file: string,
  rule: string,
  path: readonly PropertyKey[],
  key: string,
): Problem {
  const fields = fieldsAt(schema, path);
  const meant = closest(key, fields);
  const point = yaml.keyPointOf([...path, key]);
  const siblings = valueAt(yaml.data, path);
  const mends =
    meant !== undefined && typeof siblings === 'object' && siblings !== null && !Object.hasOwn(siblings, meant);
  return {
    file,
    ...point,
    rule,
    field: [...path, key].map(String).join('.'),
    found: `the unknown field "${key}"`,
    expected: `one of ${fields.join(', ')}`,
    remedy: meant === undefined ? `Remove "${key}".` : `Did you mean "${meant}"?`,
    severity: 'error',
    ...(mends && { fix: { line: point.line, find: `${key}:`, replace: `${meant}:` } }),
  };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
}
