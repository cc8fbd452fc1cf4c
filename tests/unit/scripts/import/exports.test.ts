import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSource } from '../../../../scripts/lib/import/read-source.ts';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import type { SourceSite } from '../../../../scripts/lib/import/sources/source.ts';
import { anyCharacter } from '../../../support/any-character.ts';
import { convertHere } from '../../../support/import/convert-here.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
/** A new folder with the given files: text as it is, anything else as JSON. */
async function folderOf(files: Record<string, unknown>): Promise<string> {
  const root = join(folder, String(count++));
  for (const [name, value] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return root;
}

const siteOf = async (files: Record<string, unknown>): Promise<SourceSite> => readSource(await folderOf(files), {});
/** The message of the refusal, without the path of the folder. */
const refusalOf = async (files: Record<string, unknown>): Promise<string> => {
  const from = await folderOf(files);
  const error = await readSource(from, {}).then(
    () => expect.fail('the import went on'),
    (reason: unknown) => reason,
  );
  return String(error).replace(`Error: ${from} `, '');
};
const idsOf = (site: SourceSite): string[] => site.articles.map(({ locale, id }) => `${locale}/${id}`).sort();
const skippedOf = (site: SourceSite): string[] => site.skipped.map(({ origin, detail }) => `${origin}: ${detail}`);
const notesOf = (site: SourceSite): string[] => site.notes.map(({ kind, detail }) => `${kind}: ${detail}`);

const article = (id: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  html_url: `https://lumen.example/hc/en-us/articles/${id}-Text`,
  title: `Title ${id}`,
  body: `<p>Text ${id}</p>`,
  locale: 'en-us',
  source_locale: 'en-us',
  section_id: 7,
  position: 0,
  user_segment_id: null,
  ...more,
});
const section = { id: 7, category_id: 70, name: 'Light', locale: 'en-us', position: 0 };
const category = {
  id: 70,
  name: 'Lamps',
  locale: 'en-us',
  position: 0,
  html_url: 'https://lumen.example/hc/en-us/categories/70',
};
const groups = { 'sections.json': { sections: [section] }, 'categories.json': { categories: [category] } };
const intercomArticle = (id: string): Record<string, unknown> => ({
  type: 'article',
  id,
  workspace_id: 'w',
  title: `Title ${id}`,
  body: '<p>Text</p>',
  state: 'published',
  default_locale: 'en',
});

describe('A bare list of articles beside a README.md', () => {
  const from = 'tests/fixtures/import/zendesk-array';
  let out: string;
  let report: ImportReport;
  beforeAll(async () => {
    out = join(folder, 'array');
    report = await runImport({ from, out, name: 'Lumen', verify: true, convert: convertHere });
  });

  test('comes over with the words that readers saw, marks and all', async () => {
    expect(await readFile(join(out, 'articles/en/general/what-to-bring.md'), 'utf8')).toBe(`---
title: What to bring
id: 20001
description: For a repair we need…
keywords:
  - repair
aliases:
  - /hc/en-us/articles/What_to_bring
  - /hc/en-us/articles/20001-What-to-bring
  - /hc/en-us/articles/20001
---

For a repair we need:

\\- The lamp - The cable - \\*\\*The bill\\*\\*
`);
    expect(report.words).toEqual({ before: 11, kept: 11, losses: [] });
    expect(report.changes).toEqual([
      {
        origin: 'article 20001 (en-us)',
        path: 'articles/en/general/what-to-bring.md',
        notes: [
          {
            level: 'changed',
            kind: 'markdown-shown-as-text',
            detail:
              'Markdown stands in its HTML, such as **words** or lines that begin with -; readers saw these marks, and they stay as they are: write what was meant',
          },
        ],
      },
    ]);
  });

  test('the report says which files are missing, and names what did not come over', () => {
    expect(report.notes[0]).toEqual({
      level: 'lost',
      kind: 'sections-missing',
      detail:
        '1 article names a section that no file tells about (301), and stands under General without one. Save /api/v2/help_center/sections.json and categories.json too, into the same folder, name that folder, and import again.',
    });
    expect(report.skipped).toEqual([
      { origin: 'article 20002', reason: 'restricted', detail: 'only some readers may see it', id: '20002' },
      {
        origin: 'README.md',
        reason: 'not-an-article',
        detail: 'Markdown beside an export of Zendesk, which was imported',
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('ZZSTAFFZZ');
  });
});

describe('Help centers of two brands in one folder', () => {
  test('come over as categories of one, with the links between them, and a sentence says how to take one alone', async () => {
    const out = join(folder, 'brands');
    const report = await runImport({ from: 'tests/fixtures/import/zendesk-brands', out, convert: convertHere });
    expect(report.files.map(({ path }) => path)).toEqual([
      'site.yaml',
      'articles/en/billing/_category.yaml',
      'articles/en/billing-2/_category.yaml',
      'articles/en/billing/invoices.md',
      'articles/en/billing-2/invoices.md',
    ]);
    const texts = await Promise.all(
      ['billing', 'billing-2'].map((name) => readFile(join(out, `articles/en/${name}/invoices.md`), 'utf8')),
    );
    expect(texts.map((text) => text.split('---\n')[2]?.trim()).sort()).toEqual([
      'One each month. See [heaters](id:32001).',
      'One each year.',
    ]);
    expect(report.notes.map(({ kind }) => kind)).toEqual(['several-help-centers', 'stand-ins']);
    expect(report.notes[0]).toEqual({
      level: 'changed',
      kind: 'several-help-centers',
      detail:
        '2 help centers are in these files: heater.example (1 article in heater/articles.json); lamp.example (1 article in lamp/articles.json). All of them were imported, as categories of one. For one alone put its files into a folder of their own and name that.',
    });
    expect(report.skipped).toEqual([
      {
        origin: 'heater/articles.json',
        reason: 'not-an-article',
        detail: '1 record of the kind “post”: not carried over',
      },
      { origin: '1 category', reason: 'not-an-article', detail: 'no article that came over is in it (43)' },
    ]);
  });
});

describe('Pages of the API, as they were saved', () => {
  const shapes: [string, Record<string, unknown>][] = [
    ['a list under its name', { 'a.json': { articles: [article(1), article(2)] } }],
    ['a bare list', { 'a.json': [article(1), article(2)] }],
    ['results of a search', { 'a.json': { results: [article(1), article(2)], count: 2 } }],
    ['a list under data', { 'a.json': { data: [article(1), article(2)] } }],
    ['a file for each article', { 'one/1.json': { article: article(1) }, 'two/2.json': article(2) }],
    ['a list of pages', { 'a.json': [{ articles: [article(1)] }, { articles: [article(2)] }] }],
    [
      'pages one behind the other',
      { 'a.json': `{"articles":[${JSON.stringify(article(1))}]}\n{"articles":[${JSON.stringify(article(2))}]}` },
    ],
    ['a record a line', { 'a.jsonl': `${JSON.stringify(article(1))}\n\n${JSON.stringify(article(2))}\n` }],
    [
      'a record a line in a file of JSON',
      { 'a.json': `${JSON.stringify(article(1))}\n${JSON.stringify(article(2))}\n` },
    ],
    [
      'names that tools make of addresses',
      { 'articles.json?page=1': { articles: [article(1)] }, 'articles.json.1': { articles: [article(2)] } },
    ],
    ['names without an ending', { articles: { articles: [article(1)] }, 'page2.txt': { articles: [article(2)] } }],
    ['a byte order mark', { 'a.json': `\ufeff${JSON.stringify([article(1), article(2)])}` }],
  ];
  test.each(shapes)('%s is read', async (_, files) => {
    const site = await siteOf({ ...files, ...groups });
    expect(idsOf(site)).toEqual(['en/1', 'en/2']);
    expect(site.articles.map(({ category, section }) => [category, section])).toEqual([
      ['70', 'Light'],
      ['70', 'Light'],
    ]);
    expect([...skippedOf(site), ...notesOf(site)]).toEqual([]);
  });

  test('lists of Intercom and Help Scout are read without what is around them', async () => {
    expect(idsOf(await siteOf({ 'a.json': [intercomArticle('a1')], 'b.json': intercomArticle('a2') }))).toEqual([
      'en/a1',
      'en/a2',
    ]);
    expect(
      idsOf(await siteOf({ 'a.json': { type: 'list', data: { articles: [intercomArticle('a1')], highlights: [] } } })),
    ).toEqual(['en/a1']);
    const helpScout = { id: 'x1', number: 5, collectionId: 'c', status: 'published', name: 'Five', text: '<p>5</p>' };
    const collection = { id: 'c', siteId: 's', number: 1, visibility: 'public', name: 'Guides' };
    expect(idsOf(await siteOf({ 'a.json': [helpScout], 'c.json': [collection] }))).toEqual(['en/5']);
  });

  test('what a search found beside articles is counted with them', async () => {
    const post = { id: 1, result_type: 'post', title: 'A', details: 'B', topic_id: 3 };
    const results = [article(1, { result_type: 'article' }), post];
    const site = await siteOf({ ...groups, 'a.json': { results, count: 2 } });
    expect([...skippedOf(site), ...notesOf(site)]).toEqual(['a.json: 1 record of the kind “post”: not carried over']);
  });

  test('articles whose address alone tells what they are', async () => {
    const plain = { id: 1, title: 'One', body: '<p>1</p>', html_url: 'https://lumen.example/hc/en-us/articles/1-One' };
    expect(idsOf(await siteOf({ 'a.json': [plain] }))).toEqual(['en/1']);
  });

  test('comments are no translations, though they name a source', async () => {
    const comment = { id: 8, source_id: 1, source_type: 'Article', locale: 'en-us', body: '<p>Mine is broken</p>' };
    const site = await siteOf({ ...groups, 'a.json': [article(1)], 'comments.json': { comments: [comment] } });
    expect(site.articles[0]?.body).toBe('<p>Text 1</p>');
    expect(skippedOf(site)).toEqual(['comments.json: 1 record of the kind “comment”: not carried over']);
  });

  test('pages that were not saved are missed', async () => {
    expect(notesOf(await siteOf({ ...groups, 'a.json': { count: 240, articles: [article(1), article(2)] } }))).toEqual([
      'pages-missing: 2 of 240 articles of Zendesk are in these files: its answers say how many there are. Save all pages, and import again.',
    ]);
    const first = { articles: [article(1)], meta: { has_more: true } };
    const last = { articles: [article(2)], meta: { has_more: false } };
    expect(notesOf(await siteOf({ ...groups, 'a.json': first }))).toEqual([
      'pages-missing: Not all articles of Zendesk are in these files: the last page that was saved says that more follow. Save all pages, and import again.',
    ]);
    expect(notesOf(await siteOf({ ...groups, 'a.json': first, 'b.json': last }))).toEqual([]);
  });

  test('sections without categories come over, and the missing file is named', async () => {
    const site = await siteOf({ 'a.json': [article(1)], 'sections.json': groups['sections.json'] });
    expect(site.articles[0]).toMatchObject({ category: 'general', section: 'Light' });
    expect(notesOf(site)).toEqual([
      'categories-missing: 1 section names a category that no file tells about (70), and stands under General. Save /api/v2/help_center/categories.json too, into the same folder, and import again.',
    ]);
  });

  test('articles of Help Scout whose collection nobody told about are drafts, because it may be private', async () => {
    const site = await siteOf({
      'a.json': {
        article: { id: 'x1', number: 5, collectionId: 'c', status: 'published', name: 'Five', text: '<p>5</p>' },
      },
    });
    expect(site.articles[0]).toMatchObject({ id: '5', draft: true });
    expect(notesOf(site)).toEqual([
      'collections-missing: Articles name collections that no file tells about, and are drafts until one does: only it tells which collections are private. Save https://docsapi.helpscout.net/v1/collections too, into the same folder, and import again.',
    ]);
  });

  test('articles of Intercom without their collections come over, and the missing list is named', async () => {
    const site = await siteOf({ 'a.json': [{ ...intercomArticle('1'), parent_id: 9 }] });
    expect(notesOf(site)).toEqual([
      'collections-missing: 1 article names a collection that no file tells about, and stands under General. Save all pages of https://api.intercom.io/help_center/collections too, into the same folder, name that folder, and import again.',
    ]);
  });
});

describe('The same article twice', () => {
  test('is taken once, the newer one, and the other is named when it says something else', async () => {
    const site = await siteOf({
      ...groups,
      'january/articles.json': [article(1, { body: '<p>Old</p>', updated_at: '2026-01-01T00:00:00Z' }), article(2)],
      'june/articles.json': [article(1, { body: '<p>New</p>', updated_at: '2026-06-01T00:00:00Z' }), article(2)],
    });
    expect(site.articles.map(({ id, body }) => [id, body])).toEqual([
      ['1', '<p>New</p>'],
      ['2', '<p>Text 2</p>'],
    ]);
    expect(skippedOf(site)).toEqual([
      'article 1 (en-us) in january/articles.json: its text in june/articles.json is another one and newer, which was taken',
      '1 record: another record of the same article says the same; it was taken once',
    ]);
  });

  test('stays restricted when one of them is', async () => {
    const site = await siteOf({
      ...groups,
      'a.json': [article(1), article(2)],
      'b.json': [article(1, { user_segment_id: 3 })],
    });
    expect(idsOf(site)).toEqual(['en/2']);
    expect(site.skipped).toContainEqual({
      origin: 'article 1',
      reason: 'restricted',
      detail: 'only some readers may see it',
      id: '1',
    });
  });

  test('of two accounts of Help Scout that count alike, both come over', async () => {
    const of = (id: string): Record<string, unknown> => ({
      id,
      number: 5,
      status: 'published',
      name: id,
      text: '<p>x</p>',
      collectionId: null,
    });
    expect(idsOf(await siteOf({ 'a.json': { article: of('aa') }, 'b.json': { article: of('bb') } }))).toEqual([
      'en/5',
      'en/bb',
    ]);
  });

  test('a translation whose article is not there is named, because nobody knows who may read it', async () => {
    const translation = { id: 1, source_id: 99, source_type: 'Article', locale: 'de', title: 'ZZ', body: 'ZZ' };
    const site = await siteOf({ ...groups, 'a.json': [article(1)], 't.json': { translations: [translation] } });
    expect(skippedOf(site)).toEqual([
      't.json, translation of article 99 (de): what it translates is in none of the files: save that too',
    ]);
  });
});

describe('Files beside an export', () => {
  test('are named with what they are, each of them', async () => {
    const site = await siteOf({
      ...groups,
      'a.json': {
        articles: [article(1), 5],
        users: [
          { id: 3, name: 'Ann' },
          { id: 4, name: 'Bob' },
        ],
      },
      'LICENSE.md': '# Licence\n',
      'old.mdx': '# Old\n',
      'package.json': { name: 'x', dependencies: { y: '1' } },
      'tsconfig.json': '{ // strict\n "strict": true }',
      'data.json': [{ colour: 'red', price: 4 }],
      'posts.json': [{ title: 'A', body: 'B' }],
      'strings.json': { hello: 'Hello', bye: 'Bye' },
      'more.zip': 'PK',
      'run.sh': 'curl',
      'lamp.png': 'x',
      'empty.json': '',
      'cut.json': '{"articles": [{"id": 5, "title": "Half of a ti',
      'wrong.json': '{"articles": [}]}',
      'list.jsonl': `${JSON.stringify(article(2))}\n{"id": 3,`,
    });
    expect(idsOf(site)).toEqual(['en/1', 'en/2']);
    expect(skippedOf(site).sort()).toEqual([
      'LICENSE.md: Markdown beside an export of Zendesk, which was imported',
      'a.json: 1 of the entries of its lists is no record; export it again',
      'a.json: 2 records of the kind “user”: not carried over',
      'cut.json: it ends in the middle, on line 1: the download was cut off; download it again',
      'data.json: 1 record with colour, price, which no known help desk writes',
      'empty.json: the file is empty; download it again',
      'list.jsonl, line 2: no valid JSON (Expected double-quoted property name in JSON at position 9 (line 1 column 10)); export it again',
      'more.zip: packed; unpack it first, if it holds articles',
      'old.mdx: Markdown beside an export of Zendesk, which was imported',
      'package.json: settings of a program, no export',
      'posts.json: 1 record with title, body, which no known help desk writes: an article of Zendesk has section_id or html_url, one of Intercom type "article", one of Help Scout collectionId and number. Export it with these fields',
      'run.sh: not JSON, and no picture or file that an article could show',
      'strings.json: no records are in it, only the fields hello, bye',
      'tsconfig.json: settings of a program, no export',
      "wrong.json: no valid JSON (Unexpected token '}'); export it again",
    ]);
    expect(site.files).toEqual(['lamp.png']);
  });

  test('of another help desk are named, and the export with more articles is taken', async () => {
    const site = await siteOf({
      ...groups,
      'a.json': [article(1), article(2)],
      'intercom.json': { data: [intercomArticle('1')] },
    });
    expect([site.kind, ...idsOf(site)]).toEqual(['zendesk', 'en/1', 'en/2']);
    expect(skippedOf(site)).toEqual([
      'intercom.json: 1 article of Intercom, beside the export of Zendesk that was imported. Put it into a folder of its own, and import that too',
    ]);
  });

  test('with articles in Markdown are the other source, and the one with more articles is taken', async () => {
    const page = '---\ntitle: Lamp\n---\n\nText.\n';
    const few = await siteOf({ ...groups, 'a.json': [article(1), article(2)], 'notes/lamp.md': page });
    expect(few.kind).toBe('zendesk');
    expect(notesOf(few)).toEqual([
      'two-sources: An export of Zendesk (2 articles) and Markdown (1) are in this folder. The export has as many or more and was imported; put the Markdown into a folder of its own, and import that too.',
    ]);
    expect(skippedOf(few)).toContain('notes/lamp.md: Markdown beside an export of Zendesk, which was imported');
    const many = await siteOf({ 'a.json': [article(1)], 'docs/lamp.md': page, 'docs/heater.md': page });
    expect([many.kind, many.articles.length]).toEqual(['markdown', 2]);
    expect(notesOf(many)).toEqual([
      'two-sources: Markdown (2 articles) and an export of Zendesk (1) are in this folder. The Markdown has more and was imported; put the export into a folder of its own, and import that too.',
    ]);
    expect(skippedOf(many)).toContain('a.json: an export of Zendesk beside Markdown, which was imported');
    const report = await runImport({ from: many.root, out: join(folder, 'many'), check: true, convert: convertHere });
    expect(report.skipped.filter(({ origin }) => origin === 'a.json')).toHaveLength(1);
  });
});

describe('Whatever lies in the folder', () => {
  const wrap = fc.constantFrom<(records: unknown[]) => unknown>(
    (records) => records,
    (records) => ({ articles: records, count: null }),
    (records) => ({ data: records, meta: { has_more: false } }),
    (records) => ({ response: { results: records } }),
    (records) => records.map((record) => ({ article: record })),
    (records) => records.map((record) => JSON.stringify({ articles: [record] }, null, 1)).join(''),
    (records) => [{ articles: records }, { articles: [] }],
  );

  test('each article of an export comes over, however its files are cut and wrapped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(wrap, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 5 }),
        async (files) => {
          let next = 1;
          const written = files.map(([form, length], index) => [
            `${index % 2 ? 'more/' : ''}${index}.json`,
            form(Array.from({ length }, () => article(next++))),
          ]);
          const site = await siteOf({ ...groups, ...Object.fromEntries(written) });
          expect(site.articles.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
            Array.from({ length: next - 1 }, (_, index) => index + 1),
          );
          expect(skippedOf(site)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('each other file is named', async () => {
    const other = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: anyCharacter, maxLength: 40 }),
      fc.dictionary(
        fc.constantFrom('articles', 'data', 'id', 'error', 'items', 'users', 'type', 'count'),
        fc.jsonValue(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(other, async (value) => {
        const site = await siteOf({ ...groups, 'a.json': [article(1)], 'odd.json': value });
        expect(idsOf(site)).toContain('en/1');
        if (site.articles.length === 1) expect(skippedOf(site).join('\n')).toMatch(/^odd\.json|\bodd\.json/m);
      }),
      { numRuns: 150 },
    );
  });
});

describe('The share of words that are kept', () => {
  test('counts a record that was too large, and quotes nothing of a file that was cut off', async () => {
    const from = await folderOf({
      ...groups,
      'a.json': [article(1), article(2, { body: `<p>Big</p>${'<p></p>'.repeat(300_000)}` })],
      'cut.json': '{"articles":[{"id":3,"user_segment_id":9,"title":"ZZSTAFFZZ","body":"ZZSTAFFZZ',
      'more/notes.rst': 'Three more words',
    });
    const report = await runImport({
      from,
      out: join(folder, 'words'),
      check: true,
      verify: true,
      convert: convertHere,
    });
    expect(report.words).toEqual({ before: 3, kept: 2, losses: [{ origin: 'article 2 (en-us)', lost: ['Big'] }] });
    expect(report.skipped.map(({ origin }) => origin)).toEqual(['cut.json', 'more/notes.rst', 'article 2 (en-us)']);
    expect(JSON.stringify(report)).not.toContain('ZZSTAFFZZ');
  });
});

describe('A download that failed', () => {
  const errors: [string, unknown, string][] = [
    [
      'an error of Zendesk',
      { error: "Couldn't authenticate you" },
      "an error instead of an answer, “Couldn't authenticate you”: check the mail address, the token, and what they may read, and download it again",
    ],
    [
      'an address that is not there',
      { error: 'RecordNotFound', description: 'Not found' },
      'an error instead of an answer, “RecordNotFound: Not found”: check the address that was asked, and download it again',
    ],
    [
      'an error of Intercom',
      { type: 'error.list', request_id: 'x', errors: [{ code: 'unauthorized', message: 'Access Token Invalid' }] },
      'an error instead of an answer, “unauthorized: Access Token Invalid”: check the mail address, the token, and what they may read, and download it again',
    ],
    [
      'too many requests',
      { code: 429, error: 'Too many requests' },
      'an error instead of an answer, “429: Too many requests”: wait a minute, and download it again',
    ],
    [
      'a page to sign in',
      '<!DOCTYPE html>\n<html><head><title>Sign in to Lumen</title></head></html>',
      'an HTML page, “Sign in to Lumen”, saved as JSON, such as a service shows to those who are not signed in: check the address of the API, the mail address and the token, and download it again',
    ],
  ];
  test.each(errors)('with %s is refused, with what it is and what to do', async (_, value, detail) => {
    expect(await refusalOf({ 'README.md': '# Export\n', 'articles.json': value })).toContain(
      `  articles.json: ${detail}\n`,
    );
  });

  test('beside a page of Markdown is named too; other JSON beside Markdown is none of an export', async () => {
    const site = await siteOf({
      'lamp.md': '# Lamp\n\nText.\n',
      'articles.json': { error: 'Forbidden' },
      'strings.json': '{ // not JSON\n}',
    });
    expect(site.kind).toBe('markdown');
    expect(skippedOf(site)).toEqual([
      'articles.json: an error instead of an answer, “Forbidden”: check the mail address, the token, and what they may read, and download it again',
    ]);
  });

  test('does not count as an article that is gone', async () => {
    const site = await siteOf({ ...groups, 'a.json': [article(1)], 'b.json': { error: 'Forbidden' } });
    expect(site.skipped.map(({ origin, reason }) => [origin, reason])).toEqual([['b.json', 'unreadable']]);
  });

  test('with nothing but sections says that the articles are missing', async () => {
    expect(await refusalOf(groups)).toBe(
      [
        'holds no articles that can be imported: this is part of an export of Zendesk, without its articles. Save them too.',
        '  1 section: no article that came over is in it (7)',
        '  1 category: no article that came over is in it (70)',
        'scripts/lib/import/README.md tells what each source should look like.',
      ].join('\n'),
    );
  });

  test('with nothing but restricted articles says so, without their titles', async () => {
    const text = await refusalOf({ ...groups, 'a.json': [article(1, { user_segment_id: 3, title: 'ZZSTAFFZZ' })] });
    expect(text).toMatch(
      /^holds no articles that can be imported: in the export of Zendesk is no article that everybody may read\.\n {2}article 1: only some readers may see it\n/,
    );
    expect(text).not.toContain('ZZSTAFFZZ');
  });

  test('leaves a folder with no JSON and no Markdown as it was refused before', async () => {
    expect(await refusalOf({ 'x.csv': 'a,b' })).toMatch(
      /^holds no articles that can be imported: no Markdown files and no known export\./,
    );
  });
});
