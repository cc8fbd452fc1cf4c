import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { aliasesOf } from '../../../../scripts/lib/import/plan/article-file.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { placeOf } from '../../../../src/site/urls.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

test('Old addresses are written plainly, once each, but for what would end them or be taken for encoded', () => {
  const { aliases = [] } = aliasesOf([
    'https://help.example.com/hc/caf%C3%A9?page=2#top',
    '/hc/café',
    '/docs/My%20page',
    '/docs/My page',
    'why%3F',
    '/100%',
    '/a%2520b',
    '/',
    '/a/../b',
  ]);
  expect(aliases).toEqual(['/hc/café', '/docs/My%20page', '/why%3F', '/100%', '/a%2520b']);
  expect(aliases.map(placeOf)).toEqual(['/hc/café', '/docs/My page', '/why?', '/100%', '/a%20b']);
});

describe('An old address that two pages had', () => {
  let out: string;
  let notes: Record<string, string[]>;
  beforeAll(async () => {
    const from = await mkdtemp(join(tmpdir(), 'addresses-'));
    out = await mkdtemp(join(tmpdir(), 'addresses-out-'));
    const pages = {
      'bills/pay.md': '---\ntitle: Pay\n---\nPay it.',
      'lamps/draft.md': '---\ntitle: Old notes\ndraft: true\naliases: [/lamps/pair]\n---\nOld.',
      'lamps/pair.md': '---\ntitle: Pair it\naliases: [/lamps/pair/, /begin]\n---\nPress it.',
      'lamps/start.md':
        '---\ntitle: Start\naliases: [/begin/index.html, /search, /en/lamps, /en/lamps/start]\n---\nGo.',
    };
    for (const [file, text] of Object.entries(pages)) {
      await mkdir(dirname(join(from, file)), { recursive: true });
      await writeFile(join(from, file), text);
    }
    const report = await runImport({ from, out, convert: convertHere });
    notes = Object.fromEntries(
      report.changes.map(({ origin, notes }) => [
        origin,
        notes.filter(({ kind }) => kind === 'address-taken').map(({ detail }) => detail),
      ]),
    );
    await rm(from, { recursive: true });
  });
  afterAll(() => rm(out, { recursive: true }));

  const aliases = async (file: string): Promise<unknown> =>
    parse((await readFile(join(out, `articles/en/lamps/${file}`), 'utf8')).split('---\n')[1] ?? '').aliases;

  test('leads to the one that was published, or came first', async () => {
    expect(await aliases('pair-it.md')).toEqual(expect.arrayContaining(['/lamps/pair/', '/begin']));
    expect(await aliases('old-notes.md')).toBeUndefined();
    expect(notes['lamps/draft.md']).toEqual(['its old address /lamps/pair leads to lamps/pair.md, which has it, too']);
  });

  test('leads to no page but that of the new site which has it by itself', async () => {
    expect(await aliases('start.md')).toEqual(
      expect.not.arrayContaining(['/begin/index.html', '/search', '/en/lamps']),
    );
    expect(notes['lamps/start.md']).toEqual([
      'its old address /begin/index.html leads to lamps/pair.md, which has it, too',
      'its old address /search leads to the search, which has it, too',
      'its old address /en/lamps leads to the category Lamps, which has it, too',
    ]);
  });
});
