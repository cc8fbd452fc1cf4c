import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findUses, usesText } from '../../../scripts/lib/uses/find-uses.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../src/content/types.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/content/', import.meta.url));
let root: string;
let center: HelpCenter;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-uses-'));
  await cp(join(fixtures, '_base'), root, { recursive: true });
  await cp(join(fixtures, 'insertions/content'), root, { recursive: true });
  center = await readHelpCenter(root);
});
afterAll(() => rm(root, { recursive: true }));

const text = (name: string): string => usesText(findUses(center, name), (file) => `content/${file}`);

describe('npm run uses', () => {
  test('lists where a variable stands, in titles and parameters too, and what lacks a value', () => {
    expect(text('plan')).toBe(
      [
        'plan: content/variables.yaml',
        '3 places, shown on 2 pages:',
        '  content/articles/en/billing/insertions.md:2',
        '  content/articles/en/billing/insertions.md:9',
        '  content/articles/ko/billing/insertions.md:7  (nothing in ko)',
        '',
      ].join('\n'),
    );
  });

  test('lists the places of a snippet in other snippets, and the pages that show it by them', () => {
    expect(text('inner')).toBe(
      [
        'inner: content/snippets/en/inner.md',
        '1 place, shown on 1 page:',
        '  content/snippets/en/refunds.md:10',
        '',
      ].join('\n'),
    );
    expect(text('unused')).toBe('unused: content/snippets/en/unused.md, content/variables.yaml\nNo text puts it in.\n');
  });

  test('names what may have been meant', () => {
    expect(() => findUses(center, 'pro-pirce')).toThrow(
      'There is no snippet and no variable "pro-pirce". Did you mean "pro-price"?',
    );
  });
});
