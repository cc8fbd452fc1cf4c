import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter, Problem } from '../../../src/content/types.ts';
import { brokenFiles, directives, places, rings } from '../../support/content/hostile-reuse.ts';
import { PINS, VALUES, WRONG_PINS } from '../../support/content/hostile-values.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
const article = (id: string, text: string, more = ''): string =>
  `---\ntitle: Title of ${id}\nid: ${id}\ndescription: About ${id}.\n${more}---\n\n${text}\n`;
/** The line on which the text of such an article begins. */
const FIRST = 7;

/** A help center of good files and these, with all that is wrong in it. */
async function checked(
  files: Record<string, string | Uint8Array>,
): Promise<{ center: HelpCenter; problems: Problem[] }> {
  const root = await mkdtemp(join(tmpdir(), 'signpost-hostile-reuse-'));
  roots.push(root);
  await cp(base, root, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const center = await readHelpCenter(root);
  return { center, problems: await checkContent(center) };
}

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));

/** Each is told with a line, what was found, what was expected and what to do, in words. */
function expectWords(problems: readonly Problem[]): void {
  for (const { file, line, found, expected, remedy } of problems) {
    expect(line, file).toBeGreaterThanOrEqual(1);
    expect(Math.min(found.length, expected.length, remedy.length), file).toBeGreaterThan(0);
    expect(Math.max(found.length, expected.length, remedy.length), file).toBeLessThan(700);
    expect(`${found}${expected}${remedy}`).not.toMatch(/undefined|\[object Object\]|node_modules/);
  }
}

const GOOD = {
  'variables.yaml': 'price: { price: 12.90, currency: EUR }\n',
  'snippets/en/good.md': 'A *good* text of :var{price}.\n',
  'snippets/en/blocks.md': 'One.\n\nTwo.\n',
  'snippets/en/needs.md': '---\nparameters: { what: }\n---\n\n:var{what}\n',
};

describe('Hostile snippets and variables', () => {
  let problems: Problem[];
  let center: HelpCenter;
  const wanted: { file: string; line: number; what: string }[] = [];
  beforeAll(async () => {
    const files: Record<string, string | Uint8Array> = { ...GOOD };
    for (const [at, { text, line, what }] of directives(places).entries()) {
      const file = `articles/en/plans/place-${at}.md`;
      files[file] = article(`place-${at}`, text);
      wanted.push({ file, line: FIRST + line, what });
    }
    for (const [at, { name, bytes, line }] of brokenFiles.entries()) {
      files[name] = bytes;
      wanted.push({ file: name, line, what: `file ${at}` });
    }
    for (let length = 1; length <= 20; length += 1)
      for (const [name, text] of rings(length)) files[`snippets/en/${name}.md`] = text;
    ({ center, problems } = await checked(files));
  }, 120_000);

  test('are each named at file and line', () => {
    expect(wanted.length).toBeGreaterThan(300);
    const named = new Set(problems.map(({ file, line }) => `${file}:${line}`));
    expect(wanted.filter(({ file, line }) => !named.has(`${file}:${line}`))).toEqual([]);
    expectWords(problems);
  });

  test('that hold each other in rings of up to twenty are named as rings, with every snippet on the way', () => {
    for (let length = 1; length <= 20; length += 1) {
      const names = rings(length).map(([name]) => name);
      const told = problems.filter(({ found }) => found.includes(`${names[0]} → `) && found.includes('holds itself'));
      expect(told.length, String(length)).toBeGreaterThan(0);
      for (const name of names) expect(told[0]!.found).toContain(name);
    }
  });

  test('leave the articles around them as they are', () => {
    expect(center.articles.filter(({ file }) => !file.includes('place-'))).toHaveLength(4);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('Hostile values', () => {
  test('are each named at their line, and no other is', async () => {
    const lines = Object.entries(VALUES.wrong);
    expect(lines.length).toBeLessThan(100);
    const written = [...lines.map(([, line]) => line), ...VALUES.right];
    const { problems } = await checked({ 'variables.yaml': `${written.join('\n')}\n` });
    const own = problems.filter(({ file, rule }) => file === 'variables.yaml' && rule !== 'reuse');
    const named = new Set(own.map(({ line }) => line));
    expect(written.filter((_, at) => named.has(at + 1))).toEqual(lines.map(([, line]) => line));
    expectWords(problems);
  });

  test.each([
    ['{ percent: 0.125 }', '0.125%'],
    ['{ percent: 12.3 }', '12.3%'],
    ['{ percent: 0.07 }', '0.07%'],
    ['{ price: -12.5, currency: EUR }', '-€12.50'],
    ['{ price: -0, currency: EUR }', '€0'],
  ])('such as %s are written out exactly', async (value, said) => {
    const { center } = await checked({
      'variables.yaml': `value: ${value}\n`,
      'articles/en/plans/one.md': article('one', 'It is :var{value}.'),
    });
    expect(center.articles.find(({ id }) => id === 'one')!.body).toContain(`It is ${said}.`);
  });

  test('that are right are written out in each language, however large or small', async () => {
    const names = VALUES.right.map((line) => line.split(':')[0]!);
    const { center } = await checked({
      'variables.yaml': `${VALUES.right.join('\n')}\n`,
      'articles/en/plans/all.md': article('all', names.map((name) => `${name} is :var{${name}}.`).join('\n\n')),
    });
    const { body } = center.articles.find(({ id }) => id === 'all')!;
    expect(body).not.toMatch(/NaN|∞|Infinity|undefined|Invalid|:var|is \.$/m);
  });
});

test('10,000 and 100,000 places of one variable are too much, and said so at a line', async () => {
  const many = Array.from({ length: 10_000 }, () => ':var{price}').join('\n');
  const began = process.cpuUsage();
  const { problems } = await checked({
    ...GOOD,
    'articles/en/plans/many.md': article('many', many),
    'articles/en/plans/more.md': article('more', Array.from({ length: 100_000 }, () => ':var{price}').join('\n')),
  });
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(30);
  for (const name of ['many', 'more'])
    expect(problems.filter(({ file }) => file === `articles/en/plans/${name}.md`).length, name).toBeGreaterThan(0);
  expectWords(problems);
}, 120_000);

describe('Hostile pins', () => {
  test('are each named at their line', async () => {
    expect(WRONG_PINS.length).toBeLessThan(100);
    const { problems } = await checked({ 'pins.yaml': ['en:', ...WRONG_PINS.map((pin) => `  - ${pin}`)].join('\n') });
    const named = new Set(problems.filter(({ file }) => file === 'pins.yaml').map(({ line }) => line));
    expect(WRONG_PINS.filter((_, at) => !named.has(at + 2))).toEqual([]);
    expectWords(problems);
  });

  test('of articles, sections, times and languages that do not go together, too', async () => {
    const { problems } = await checked({
      'articles/en/plans/hidden.md': article('hidden', 'Text.', 'unlisted: true\n'),
      'articles/en/plans/draft.md': article('draft', 'Text.', 'draft: true\n'),
      'articles/en/plans/only-english.md': article('only-english', 'Text.'),
      'pins.yaml': PINS.map(({ line }) => line).join('\n'),
    });
    const named = problems.filter(({ file }) => file === 'pins.yaml');
    for (const [at, { line, found }] of PINS.entries()) {
      const here = named.filter((each) => each.line === at + 1).map((each) => each.found);
      if (found === undefined) expect(here, line).toEqual([]);
      else expect(here, line).toContainEqual(expect.stringContaining(found));
    }
    expectWords(named);
  });
});
