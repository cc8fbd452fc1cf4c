import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from './types.ts';
import { yamlExcess } from './yaml-limits.ts';

/** A point of a file as in unist, both 1-based. */
export interface Point {
  line: number;
  column: number;
}

/** YAML as plain data, with the points of its nodes in the file it was cut from. */
export interface ParsedYaml {
  data: unknown;
  /** Syntax errors; `data` is undefined when there are any. */
  problems: Problem[];
  /** Where the value at `path` begins, or the nearest value around it when there is none. */
  pointOf(path: readonly PropertyKey[]): Point;
  /** Where the key at the end of `path` begins, for keys that should not be there. */
  keyPointOf(path: readonly PropertyKey[]): Point;
}

/** Of so many mistakes most follow from the first. */
const MOST_PROBLEMS = 20;

/** Parses YAML that begins on `firstLine` of `file`. Keys are texts, and nothing is deeper than content needs. Never throws. */
export function parseYaml(text: string, file: string, firstLine = 1): ParsedYaml {
  const excess = yamlExcess(text);
  if (excess) return unparsed(tooDeep(file, { line: excess.line + firstLine - 1, column: 1 }, excess.found));
  const counter = new LineCounter();
  let document: Document;
  try {
    // Keys are compared below: the library compares each with each.
    document = parseDocument(text, {
      lineCounter: counter,
      prettyErrors: false,
      logLevel: 'silent',
      stringKeys: true,
      uniqueKeys: false,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unparsed(yamlProblem(file, { line: firstLine, column: 1 }, message));
  }
  const at = (offset: number): Point => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problems: Problem[] = document.errors
    .slice(0, MOST_PROBLEMS)
    .map((error) => yamlProblem(file, at(error.pos[0]), error.message, error.code));
  if (problems.length === 0)
    problems.push(
      ...repeatedKeys(document)
        .slice(0, MOST_PROBLEMS)
        .map((offset) => yamlProblem(file, at(offset), '', 'DUPLICATE_KEY')),
    );
  let data: unknown;
  if (problems.length === 0) {
    try {
      data = document.toJS();
    } catch (error) {
      problems.push(
        yamlProblem(file, { line: firstLine, column: 1 }, error instanceof Error ? error.message : String(error)),
      );
    }
  }
  return {
    data,
    problems,
    pointOf: (path) => at(valueOffset(document, path)),
    keyPointOf: (path) => at(keyOffset(document, path)),
  };
}

function unparsed(problem: Problem): ParsedYaml {
  const point = { line: problem.line, column: 1 };
  return { data: undefined, problems: [problem], pointOf: () => point, keyPointOf: () => point };
}

/** Offsets of the keys that stand twice in one map. */
function repeatedKeys(document: Document): number[] {
  const repeated: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const known = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name === undefined) continue;
        if (known.has(name) && isNode(key) && key.range) repeated.push(key.range[0]);
        known.add(name);
      }
    },
  });
  return repeated.sort((a, b) => a - b);
}

const PLAIN_MESSAGES: Record<string, Pick<Problem, 'found' | 'expected' | 'remedy'>> = {
  DUPLICATE_KEY: {
    found: 'a field that is written twice',
    expected: 'each field once',
    remedy: 'Keep one of the two.',
  },
  NON_STRING_KEY: {
    found: 'a field whose name is no text',
    expected: 'fields named by a word',
    remedy: 'Write "field: value"; a list or fields within fields cannot be the name of a field.',
  },
  TAB_AS_INDENT: {
    found: 'a tab at the beginning of the line',
    expected: 'spaces',
    remedy: 'Replace the tab by two spaces.',
  },
};

function tooDeep(file: string, point: Point, found: string): Problem {
  return {
    file,
    ...point,
    rule: 'yaml',
    found,
    expected: 'fields and lists a few levels deep',
    remedy: 'Look at this line and remove what is repeated.',
    severity: 'error',
  };
}

function yamlProblem(file: string, point: Point, message: string, code = ''): Problem {
  const texts = PLAIN_MESSAGES[code] ?? {
    found: `YAML that cannot be read (${message.replace(/\s+/g, ' ').trim()})`,
    expected: 'lines of the form "field: value"',
    remedy:
      'Put quotes around a value that contains ": " or " #", ends with ":" or begins with one of @ ` % & * ! | > [ {, and indent with spaces.',
  };
  return { file, ...point, rule: 'yaml', ...texts, severity: 'error' };
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const name = String(path.at(-1));
    for (const pair of parent.items) {
      const key: unknown = pair.key;
      if (isNode(key) && key.range && String(key) === name) return key.range[0];
    }
  }
  return valueOffset(document, path);
}
