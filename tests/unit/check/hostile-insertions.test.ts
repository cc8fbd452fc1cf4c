import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter, Problem } from '../../../src/content/types.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
const COUNT = 150;

/** Snippets that are wrong, each in its own way; `n` makes names differ. What is returned is the text of `hostile-<n>.md`. */
const SNIPPETS: ((n: number) => string)[] = [
  (n) => `::snippet{hostile-${n}}`,
  (n) => `Text.\n\n- > ::snippet{hostile-${n}}`,
  (n) => `:snippet{hostile-${n}}`,
  () => '::snippet{nowhere}',
  () => ':var{nowhere}',
  () => ':var{__proto__} :var{constructor} :var{toString}',
  () => '::snippet{__proto__}\n\n::snippet{constructor}',
  () => '::snippet{}',
  () => '::snippet{name=good}',
  () => '::snippet{good days=3}',
  () => '::snippet{needs}',
  () => '::snippet{deep-1}',
  // These take half a second each: once is enough.
  (n) => Array.from({ length: n < 30 ? 1100 : 1 }, () => (n < 30 ? '::snippet{good}' : '::snippet{god}')).join('\n\n'),
  (n) => Array.from({ length: n < 30 ? 40 : 1 }, () => '::snippet{many-1}').join('\n\n'),
  () => `::snippet{needs what="${':var{good} '.repeat(300)}"}`,
  () => 'Text :snippet{blocks} text.',
  () => '> '.repeat(2000),
  () => `${'['.repeat(5000)}:var{nowhere}`,
  () => `${'<b>'.repeat(500)}:var{nowhere}`,
  () => '```\n:var{good}\nnever closed',
  () => ':::details[Never closed]\n\n::snippet{good}',
  () => '---\nparameters: { a: &a [1, *a] }\n---\n\nText.',
  () => '---\nparameters: { __proto__: 1, Days: 2 }\n---\n\nText.',
  () => `---\n${'- '.repeat(3000)}\n---\n\nText.`,
  () => '---\nparameters:\n  days: 1\n\nNever closed',
  () => '',
  () => `<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) :var{nowhere}`,
  () => '\u0000binary',
  () => `${'x'.repeat(1024 * 1024)}\n`,
  () => '[x](:var{good}) ![](::snippet{good}) <a href=":var{good}">',
];

/** Values that are wrong, as lines of variables.yaml. */
const VARIABLES: ((n: number) => string)[] = [
  (n) => `bad-${n}: { price: 1, currency: Euro }`,
  (n) => `bad-${n}: { price: 1 }`,
  (n) => `bad-${n}: { price: .inf, currency: EUR }`,
  (n) => `bad-${n}: { number: 5, unit: parsec }`,
  (n) => `bad-${n}: { date: 2026-13-45 }`,
  (n) => `bad-${n}: { percent: half }`,
  (n) => `bad-${n}: { en: { en: { en: 1 } } }`,
  (n) => `bad-${n}: { English: 1 }`,
  (n) => `bad-${n}: [1]`,
  (n) => `bad-${n}:`,
  (n) => `bad-${n}: "${'x'.repeat(400)}"`,
  (n) => `bad-${n}: "\\u0007"`,
  (n) => `Bad ${n}: 1`,
  (n) => `"bad-${n}*": 1`,
  (n) => `${n}: 1`,
];

let root: string;
let center: HelpCenter;
let problems: Problem[];
const linesOf: number[] = [];

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

const article = (id: string, text: string): string =>
  `---\ntitle: Title of ${id}\nid: ${id}\ndescription: About ${id}.\n---\n\n${text}\n`;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-hostile-insertions-'));
  await cp(base, root, { recursive: true });
  await write('snippets/en/good.md', 'A *good* text.\n');
  await write('snippets/en/blocks.md', 'One.\n\nTwo.\n');
  await write('snippets/en/needs.md', '---\nparameters: { what: }\n---\n\n:var{what}\n');
  for (let at = 1; at < 8; at += 1) await write(`snippets/en/deep-${at}.md`, `::snippet{deep-${at + 1}}\n`);
  await write('snippets/en/deep-8.md', 'Deep.\n');
  for (let at = 1; at < 4; at += 1)
    await write(
      `snippets/en/many-${at}.md`,
      Array.from({ length: 40 }, () => `::snippet{many-${at + 1}}`).join('\n\n'),
    );
  await write('snippets/en/many-4.md', 'Many.\n');
  for (let n = 0; n < COUNT; n += 1) {
    await write(`snippets/en/hostile-${n}.md`, SNIPPETS[n % SNIPPETS.length]!(n));
    await write(
      `articles/en/plans/hostile-${n}.md`,
      article(`h${n}`, `A text.\n\n::snippet{hostile-${n}}\n\nIts end.`),
    );
  }
  const values = ['good: 1', ...Array.from({ length: COUNT }, (_, n) => VARIABLES[n % VARIABLES.length]!(n))];
  linesOf.push(...values.slice(1).map((_, n) => n + 2));
  await write('variables.yaml', `${values.join('\n')}\n`);
  center = await readHelpCenter(root);
  problems = await checkContent(center);
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

describe(`${COUNT} hostile snippets and ${COUNT} hostile variables`, () => {
  test('of the first are each named at file and line, or put in', () => {
    const named = new Set(problems.filter(({ severity }) => severity !== 'note').map(({ file }) => file));
    const unnamed = Array.from({ length: COUNT }, (_, n) => n).filter(
      (n) => !named.has(`snippets/en/hostile-${n}.md`) && !named.has(`articles/en/plans/hostile-${n}.md`),
    );
    // Those that go on too long by others are named where it is too much.
    const others = unnamed.map((n) => SNIPPETS[n % SNIPPETS.length]!(n).split('\n')[0]!);
    expect(others.filter((text) => !/^::snippet\{(?:deep|many)-1\}$/.test(text))).toEqual([]);
    const found = (file: string): string[] => problems.filter((each) => each.file === file).map((each) => each.found);
    expect(found('snippets/en/deep-4.md')).toContainEqual(expect.stringContaining('more than 5 deep: hostile-'));
    expect(found('snippets/en/many-3.md')).toContainEqual(expect.stringContaining('more than a page can hold'));
  });

  test('of the second are each named at their line', () => {
    const lines = new Set(problems.filter(({ file }) => file === 'variables.yaml').map(({ line }) => line));
    // A file with more mistakes has the same one again and again: the first hundred are told.
    expect(linesOf.filter((line) => !lines.has(line)).length).toBeLessThanOrEqual(COUNT - 100);
  });

  test('are told with a line that is there, what was found, expected and to be done', () => {
    for (const { file, line, found, expected, remedy } of problems) {
      expect(line, file).toBeGreaterThanOrEqual(1);
      expect(Math.min(found.length, expected.length, remedy.length), file).toBeGreaterThan(0);
      expect(`${found}${expected}${remedy}`).not.toMatch(/undefined|\[object Object\]|node_modules/);
    }
  });

  test('leave pages of a size that can be read, and the good ones as they are', () => {
    expect(Math.max(...center.articles.map(({ body }) => body.length))).toBeLessThan(3 * 1024 * 1024);
    expect(center.articles.filter(({ file }) => !file.includes('hostile'))).toHaveLength(4);
    expect(Object.prototype).not.toHaveProperty('days');
  });
});
