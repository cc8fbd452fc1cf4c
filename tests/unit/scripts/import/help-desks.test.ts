import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { checkContent } from '../../../../src/check/check-content.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import type { Article, HelpCenter } from '../../../../src/content/types.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
let out: string;
let report: ImportReport;
let center: HelpCenter;
const article = (locale: string, id: string): Article =>
  center.articles.find((one) => one.locale === locale && one.id === id)!;

async function importFixture(name: string): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), `${name}-`));
  out = join(folder, 'content');
  report = await runImport({
    from: `tests/fixtures/import/${name}`,
    out,
    name: 'Lumen',
    url: 'https://help.example.com',
    contact: 'help@example.com',
    convert: convertHere,
  });
  center = await readHelpCenter(out);
}

/** Everything that was written, as one text. */
async function everything(): Promise<string> {
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))).join('\n');
}

describe('An export of Intercom', () => {
  beforeAll(() => importFixture('intercom'));
  afterAll(() => rm(folder, { recursive: true }));

  test('comes over with each article in each of its languages, drafts as drafts', () => {
    expect(report.source).toEqual({ kind: 'intercom', locales: ['en', 'de', 'fr'], articles: 5, drafts: 2 });
    expect(center.articles.map(({ locale, id, draft }) => `${locale} ${id}${draft ? ' draft' : ''}`).sort()).toEqual([
      'de 4001',
      'en 4001',
      'en 4002',
      'en 4003 draft',
      'fr 4001 draft',
    ]);
    expect(article('de', '4001')).toMatchObject({
      title: 'Die Lampe koppeln',
      description: 'Die Lampe kommt ins Heimnetz.',
      category: 'using-the-lamp',
      section: 'Erste Schritte',
      slug: 'pair-the-lamp',
    });
  });

  test('makes categories of collections, sections of those inside, whether or not they say their type', () => {
    expect(
      center.categories.filter(({ locale }) => locale === 'en').map(({ slug, title, order }) => [slug, title, order]),
    ).toEqual([
      ['billing', 'Billing', 10],
      ['general', 'General', 990],
      ['using-the-lamp', 'Using the lamp', 30],
    ]);
    expect(center.categories.find(({ locale, slug }) => locale === 'de' && slug === 'using-the-lamp')?.title).toBe(
      'Die Lampe benutzen',
    );
    expect(article('en', '4001').section).toBe('First steps');
  });

  test('keeps text, anchors, lists, tables, callouts and code, and links by permanent id', () => {
    expect(article('en', '4001').body.trim()).toBe(
      'Hold the button for **five seconds**.\n\n## If nothing happens {#h_0aa}\n\n1. Plug it in.\n\n2. See [prices](id:4002#h_0bb).\n\n[The lamp](https://downloads.intercomcdn.example/i/o/1/lamp.png)\n\n> [!NOTE]\n> Keep children away.\n\n```\npair --now\n```',
    );
    expect(article('en', '4002').body).toContain('| Lamp | 40 |');
  });

  test('keeps old addresses, each in one place, and the day of change', () => {
    expect(article('en', '4001').aliases).toEqual(['/en/articles/4001-pair-the-lamp']);
    expect(article('de', '4001').aliases).toEqual(['/de/articles/4001-die-lampe-koppeln']);
    expect(
      center.categories
        .filter(({ aliases }) => aliases.includes('/en/collections/18-using-the-lamp'))
        .map(({ locale }) => locale),
    ).toEqual(['en']);
    expect(article('en', '4001').updated?.toISOString().slice(0, 10)).toBe('2026-01-01');
  });

  test('names the record that has not the documented form', () => {
    expect(report.skipped).toEqual([
      {
        origin: 'articles.json, article without id',
        reason: 'unreadable',
        detail: 'its id is not as the export’s documentation says',
      },
    ]);
  });

  test('gives the check no error', async () => {
    const errors = (await checkContent(center)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, rule }) => `${rule} ${file}`)).toEqual([]);
  });

  test('writes nothing when it is imported again', async () => {
    const again = await runImport({ from: 'tests/fixtures/import/intercom', out, convert: convertHere });
    expect(again.files).toEqual([]);
  });
});

describe('An export of Help Scout', () => {
  beforeAll(() => importFixture('helpscout'));
  afterAll(() => rm(folder, { recursive: true }));

  test('comes over with its articles, unpublished ones as drafts', () => {
    expect(report.source).toEqual({ kind: 'helpscout', locales: ['en'], articles: 3, drafts: 1 });
    expect(center.articles.map(({ id, category, section, draft }) => [id, category, section, draft])).toEqual([
      ['102', 'billing', undefined, false],
      ['101', 'guides', 'Pairing', false],
      ['104', 'guides', 'Light', true],
    ]);
  });

  test('keeps text, lists, callouts and code, links by number, related articles and keywords', () => {
    expect(article('en', '101')).toMatchObject({
      related: ['102'],
      keywords: ['wifi'],
      aliases: ['/article/101-pair-the-lamp'],
    });
    expect(article('en', '101').body.trim()).toBe(
      'Hold the button for **five seconds**.\n\n## If nothing happens\n\n- Plug it in.\n- Read [invoices](id:102#where), not margins.\n\n> [!WARNING]\n> Keep children away.\n\n```\npair --now\n```',
    );
  });

  test('brings nothing over from a private collection, not even a title', async () => {
    expect(await everything()).not.toContain('ZZSTAFFZZ');
    expect(JSON.stringify(report)).not.toContain('ZZSTAFFZZ');
    expect(report.skipped.filter(({ reason }) => reason === 'restricted')).toEqual([
      { origin: 'article 103', reason: 'restricted', detail: 'it is in a private collection', id: '103' },
    ]);
  });

  test('names articles of which only the list is there, and what the list does not tell', () => {
    expect(report.skipped.find(({ id }) => id === '109')?.detail).toBe(
      'the list of articles has no texts; save the answer for each article too',
    );
    expect(report.changes.find(({ origin }) => origin === 'article 101')?.notes.map(({ kind }) => kind)).toEqual([
      'one-category-only',
      'unpublished-changes',
      'link-removed',
    ]);
  });

  test('gives the check no error, and is the same when imported again', async () => {
    expect((await checkContent(center)).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await runImport({ from: 'tests/fixtures/import/helpscout', out, convert: convertHere })).files).toEqual([]);
  });
});
