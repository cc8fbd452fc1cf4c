import { describe, expect, it, test } from 'vitest';
import { readFields } from '../../../scripts/lib/import/sources/markdown/front-matter-fields.ts';
import { splitFrontMatter } from '../../../scripts/lib/import/sources/markdown/split-front-matter.ts';
import { validate } from '../../../src/content/validate.ts';
import { parseYaml } from '../../../src/content/yaml.ts';
import { articleSchema } from '../../../src/schemas/article.ts';

/** Each of these took seconds to minutes, or ended the process for want of memory. */
const DEEP: [string, string, number][] = [
  ['keys within keys', '? '.repeat(300), 1],
  ['more keys within keys', 'title: A\n? '.repeat(1) + '? '.repeat(500), 2],
  ['lists within lists in one line', `a: b\n${'- '.repeat(5000)}a`, 2],
  ['brackets that never close', `a: ${'['.repeat(5000)}`, 1],
  ['brackets that close', `a: ${'{b: '.repeat(3000)}${'}'.repeat(3000)}`, 1],
  ['brackets over many lines', `a:\n  ${'[\n  '.repeat(3000)}`, 32],
  ['fields within fields', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 31],
];

describe('YAML that is deeper than content needs', () => {
  it.each(DEEP)('is refused with its line: %s', (_, text, line) => {
    const { data, problems, pointOf } = parseYaml(text, 'articles/en/a/b.md', 10);
    expect(data).toBeUndefined();
    expect(problems).toEqual([
      {
        file: 'articles/en/a/b.md',
        line: line + 9,
        column: 1,
        rule: 'yaml',
        found: 'more than 30 levels inside each other',
        expected: 'fields and lists a few levels deep',
        remedy: 'Look at this line and remove what is repeated.',
        severity: 'error',
      },
    ]);
    expect(pointOf(['a']).line).toBe(line + 9);
  });

  it.each(DEEP)('is a problem of its article to the import, which goes on: %s', (_, text, line) => {
    const { fields, problem } = splitFrontMatter(`---\n${text}\n---\nText.\n`);
    expect(fields).toEqual({});
    if (problem !== undefined)
      expect(problem).toBe(`more than 30 levels inside each other, in line ${line} of the front matter`);
    expect(readFields(fields).title).toBeUndefined();
  });

  it('is none that people write, whatever signs a text has', () => {
    const text = `a:\n  - b: [{ c: [d, { e: f }] }]\n    g: "${'['.repeat(50)}"\n# ${'- '.repeat(50)}\nh: |\n  ${'- '.repeat(2)}x\n`;
    expect(parseYaml(text, 'a.yaml').problems).toEqual([]);
  });
});

describe('Keys', () => {
  test.each(['? [a]\n: b\n', '[a, b]: c\n', '{ a: b }: c\n', '1: a\n? - b\n: c\n'])(
    'that are no text are refused: %j',
    (text) => {
      const { problems } = parseYaml(text, 'a.yaml');
      expect(problems[0]).toMatchObject({ found: 'a field whose name is no text', rule: 'yaml' });
      expect(problems[0]!.line).toBeGreaterThan(0);
    },
  );

  test('that stand twice are found, at every depth, in a file of 20,000 keys too', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `k${index}: x`);
    const { problems } = parseYaml(['a:', '  b: 1', '  b: 2', ...many, 'k7: y', 'k8: y'].join('\n'), 'a.yaml');
    expect(problems.map(({ line, column, found }) => [line, column, found])).toEqual([
      [3, 3, 'a field that is written twice'],
      [20_004, 1, 'a field that is written twice'],
      [20_005, 1, 'a field that is written twice'],
    ]);
  });
});

test('A file with thousands of mistakes has the first of them reported', () => {
  expect(parseYaml('"'.repeat(20_000), 'a.yaml').problems).toHaveLength(20);
  const unknown = Array.from({ length: 20_000 }, (_, index) => `k${index}: x`).join('\n');
  const { problems } = validate(articleSchema, parseYaml(unknown, 'a.md'), 'a.md', 'front-matter');
  expect(problems.length).toBeLessThanOrEqual(103);
});
