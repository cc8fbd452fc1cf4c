import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { chooseFor, tested } from '../../../../scripts/lib/test/changed.ts';

const chosen = (files: string[], related: string[] = []) =>
  Object.fromEntries(chooseFor(files, related).map(({ step, files }) => [step.name, files]));

test('types and lint always run, and unit tests that import what changed', () => {
  expect(chosen(['src/search/core/rank/fuse.ts'], ['tests/unit/search/core/rank/fuse.test.ts'])).toMatchObject({
    types: [],
    lint: [],
    unit: ['tests/unit/search/core/rank/fuse.test.ts'],
    relevance: [],
  });
});

test('a changed test is run itself, whatever its step', () => {
  expect(chosen(['tests/browser/widget.test.ts', 'tests/browser/analytics/events.test.ts'])).toEqual({
    types: [],
    lint: [],
    browser: ['tests/browser/widget.test.ts', 'tests/browser/analytics/events.test.ts'],
  });
});

test('what some tests alone are helped by runs these', () => {
  expect(chosen(['tests/support/desk.ts'])).toEqual({ types: [], lint: [], browser: ['contact-'] });
  expect(chosen(['tests/support/test-site.ts'])).toEqual({ types: [], lint: [], builds: [], site: [], browser: [] });
});

test('what every step depends on runs all of them whole', () => {
  const all = { types: [], lint: [], check: [], unit: [], builds: [], site: [], browser: [], relevance: [] };
  expect(chosen(['package-lock.json', 'src/widget/README.md'])).toEqual(all);
});

test('content is checked, built and asked for', () => {
  const steps = chosen(['content/articles/en/billing/refunds.md']);
  expect(Object.keys(steps)).toEqual(['types', 'lint', 'check', 'relevance', 'unit', 'site']);
});

test('every name in the table is part of the name of a test file of its step', () => {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('tests', file).split(sep).join('/'));
  const idle = tested
    .flatMap(([, wanted]) => Object.entries(wanted))
    .flatMap(([step, names]) => names.map((name) => ({ step, name })))
    .filter(({ step, name }) => !files.some((file) => file.startsWith(`tests/${step}/`) && file.includes(name)));
  expect(idle).toEqual([]);
});
