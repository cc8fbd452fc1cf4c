import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bodyOf,
  idOf,
  isDraft,
  isRestricted,
  isTranslated,
  secret,
  titleOf,
  writeZendeskExport,
} from '../../../../scripts/lib/bench/synthetic/zendesk-export.ts';
import type { ImportReport } from '../../../../scripts/lib/import/report/report.ts';
import { runImport } from '../../../../scripts/lib/import/run-import.ts';
import { createLinkFinder } from '../../../../src/content/links.ts';
import { readHelpCenter } from '../../../../src/content/read-help-center.ts';
import type { HelpCenter } from '../../../../src/content/types.ts';
import { convertHere } from '../../../support/import/convert-here.ts';
import { differences, outlineOf } from '../../../support/import/outline.ts';

const total = 300;
const locales = [
  ['en-us', 'en'],
  ['de', 'de'],
  ['zh-cn', 'zh-cn'],
] as const;
const numbers = Array.from({ length: total }, (_, index) => index + 1);
let folder: string;
let report: ImportReport;
let center: HelpCenter;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zendesk-'));
  await writeZendeskExport(join(folder, 'export'), { articles: total });
  report = await runImport({ from: join(folder, 'export'), out: join(folder, 'out'), name: 'Lumen' });
  center = await readHelpCenter(join(folder, 'out'));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('A Zendesk export of 300 articles in three languages', () => {
  test('every article that everybody may read is there in each of its languages, drafts as drafts', () => {
    const expected = locales.flatMap(([old, code]) =>
      numbers
        .filter((number) => !isRestricted(number) && isTranslated(number, old))
        .map((number) => `${code} ${idOf(number)} ${titleOf(number, old)}${isDraft(number) ? ' draft' : ''}`),
    );
    expect(
      center.articles
        .map((article) => `${article.locale} ${article.id} ${article.title}${article.draft ? ' draft' : ''}`)
        .sort(),
    ).toEqual(expected.sort());
    expect(center.problems).toEqual([]);
  });

  test('text, lists, tables, code and links are the same in the Markdown as in the HTML', () => {
    const wrong = locales.flatMap(([old, code]) =>
      numbers
        .filter((number) => code === 'en' || number % 4 === 1)
        .flatMap((number) => {
          const article = center.articles.find((one) => one.locale === code && one.id === String(idOf(number)));
          const before = outlineOf(bodyOf(number, old, total), 'html');
          // A link to a restricted article is text afterwards, on purpose.
          if (isRestricted((number % total) + 1)) before.links.shift();
          return article ? differences(before, outlineOf(article.body, 'markdown')) : [];
        }),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  }, 120_000);

  test('no restricted article is in any file or in the report, not even its title', async () => {
    const all = await everything(join(folder, 'out'));
    for (const number of numbers.filter(isRestricted)) {
      expect(all).not.toContain(secret(number));
      expect(center.articles.some((article) => article.id === String(idOf(number)))).toBe(false);
    }
    expect(JSON.stringify(report)).not.toContain('ZZSECRET');
    expect(report.skipped.filter((one) => one.reason === 'restricted')).toHaveLength(27);
  });

  test('every link to an article that came along leads to a heading that it has', () => {
    const find = createLinkFinder(center);
    let links = 0;
    for (const article of center.articles) {
      for (const reference of article.references.filter((one) => one.target.startsWith('id:'))) {
        const target = find(reference.target, article.file);
        expect(target, `${article.file}: ${reference.target}`).toBeDefined();
        if (target?.anchor) expect(target.page.headings.map((heading) => heading.anchor)).toContain(target.anchor);
        links++;
      }
    }
    expect(links).toBe(608);
  });

  test('articles keep their place in their section, and sections theirs in their category', () => {
    const ordered = center.articles.filter(({ locale }) => locale === 'en').map(({ id, order }) => [id, order]);
    expect(ordered).toContainEqual([String(idOf(4)), 4]);
    expect(center.categories.find(({ locale }) => locale === 'en')?.sections).toEqual([
      ...new Set(
        center.articles
          .filter(({ locale, category }) => locale === 'en' && category === center.categories[0]!.slug)
          .map(({ section }) => section!)
          .sort((a, b) => Number(/\d+$/.exec(a)) - Number(/\d+$/.exec(b))),
      ),
    ]);
  });

  test('labels become keywords, sections are kept, promoted articles are popular', () => {
    const article = center.articles.find((one) => one.id === String(idOf(4)) && one.locale === 'de');
    expect(article).toMatchObject({ keywords: ['notice 4', 'lamp'], section: 'Teil 0 – Teil 4', category: 'lamps' });
    expect(center.site?.popular).toContain(String(idOf(51)));
  });

  test('old addresses of articles, sections and categories are kept in each language', () => {
    const article = center.articles.find((one) => one.id === String(idOf(4)) && one.locale === 'zh-cn');
    expect(article?.aliases).toEqual([`/hc/zh-cn/articles/${idOf(4)}-如何处理提示-4`, `/hc/zh-cn/articles/${idOf(4)}`]);
    expect(center.categories.find((one) => one.locale === 'de' && one.slug === 'lamps')?.aliases).toEqual(
      expect.arrayContaining(['/hc/de/categories/1000-Lampen', '/hc/de/sections/2002-Teil-2', '/hc/de/sections/2002']),
    );
  });
});

describe('The second import', () => {
  // The first one has run in threads, which begin by loading the parsers anew.
  const importAgain = (): Promise<ImportReport> =>
    runImport({ from: join(folder, 'export'), out: join(folder, 'out'), convert: convertHere });

  test('of the same export writes nothing', async () => {
    const again = await importAgain();
    expect(again.files).toEqual([]);
  }, 60_000);

  test('after ten edits here and ten changes there names each conflict and loses no edit', async () => {
    const files = center.articles.filter((article) => article.locale === 'en').map((article) => article.file);
    const byNumber = (number: number): string => files.find((file) => file.endsWith(`notice-${number}.md`)) ?? '';
    const edited = [1, 2, 4, 6, 7, 8, 9, 10, 11, 12];
    const changed = [8, 9, 10, 11, 12, 13, 14, 15, 17, 18];
    for (const number of edited)
      await writeFile(
        join(folder, 'out', byNumber(number)),
        `${await readFile(join(folder, 'out', byNumber(number)), 'utf8')}\nEdited by hand ${number}.\n`,
      );
    await writeZendeskExport(join(folder, 'export'), { articles: total, changed: new Set(changed) });
    const again = await importAgain();
    const english = again.files.filter((file) => file.path.startsWith('articles/en/'));
    const of = (action: string): string[] =>
      english
        .filter((file) => file.action === action)
        .map((file) => file.path)
        .sort();
    expect(of('conflict')).toEqual([8, 9, 10, 11, 12].map(byNumber).sort());
    expect(of('keep-edit')).toEqual([1, 2, 4, 6, 7].map(byNumber).sort());
    expect(of('update')).toEqual([13, 14, 15, 17, 18].map(byNumber).sort());
    for (const number of edited)
      expect(await readFile(join(folder, 'out', byNumber(number)), 'utf8')).toContain(`Edited by hand ${number}.`);
    for (const number of [8, 12]) {
      const incoming = await readFile(join(folder, 'out/.import/incoming', byNumber(number)), 'utf8');
      expect(incoming).toContain('lamp (new)');
      expect(incoming).not.toContain('Edited by hand');
    }
  }, 60_000);

  test('a conflict is named once, not again until the source changes once more', async () => {
    const again = await importAgain();
    expect(again.totals).toMatchObject({ conflict: 0, update: 0, 'keep-edit': 10 });
  }, 60_000);
});

async function everything(root: string): Promise<string> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return (
    (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))).join('\n') +
    files.map((entry) => entry.name).join('\n')
  );
}
