import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idFromTitle } from '../../../scripts/lib/naming/permanent-id.ts';
import { writeArticle, writeTranslation } from '../../../scripts/lib/new/write-new.ts';
import { translationHtml } from '../../../scripts/lib/translations/html-report.ts';
import { translationTable } from '../../../scripts/lib/translations/terminal-report.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { fingerprint } from '../../../src/content/fingerprint.ts';
import { setField } from '../../../src/content/front-matter.ts';
import { readHelpCenter } from '../../../src/content/read-help-center.ts';
import { translationsOf } from '../../../src/content/translations.ts';

const base = fileURLToPath(new URL('../../fixtures/content/_base', import.meta.url));
const project = fileURLToPath(new URL('../../..', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-new-'));
  await cp(base, root, { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const english = { isStopWord: (word: string) => ['how', 'do', 'i', 'my', 'the'].includes(word) };

describe('the permanent id of a new article', () => {
  it('is made of the words of the title that say something', () => {
    expect(idFromTitle('How do I change my delivery address?', new Set(), english)).toBe('change-delivery-address');
    expect(idFromTitle('Café: “Über” 24/7', new Set(), english)).toBe('cafe-uber-24-7');
  });

  it('is one that no article has', () => {
    expect(idFromTitle('Refunds', new Set(['refunds', 'refunds-2']), english)).toBe('refunds-3');
  });

  it('is six letters and digits where the title has none', () => {
    expect(idFromTitle('환불은 어떻게 받나요?', new Set(), english)).toMatch(/^[a-z2-9]{6}$/);
  });
});

describe('npm run new', () => {
  it('writes a draft that the check has nothing against', async () => {
    const [file] = await writeArticle(await readHelpCenter(root), 'Why: "E-1042" — it says #no?', 'en', 'plans');
    const center = await readHelpCenter(root);
    expect(await checkContent(center)).toEqual([]);
    expect(center.articles.find((article) => article.file === file)).toMatchObject({
      title: 'Why: "E-1042" — it says #no?',
      draft: true,
    });
  });

  it('does not write over a file', async () => {
    const center = await readHelpCenter(root);
    await writeArticle(center, 'Change a name', 'en', 'plans');
    await expect(writeArticle(center, 'Change a name', 'en', 'plans')).rejects.toThrow(
      'articles/en/plans/change-name.md is there already. Choose another title, or edit that file.',
    );
  });

  it('begins a translation with the text and its fingerprints, and the category where it is missing', async () => {
    await writeFile(
      join(root, 'articles/en/plans/pause.md'),
      '---\ntitle: "Can I: pause?"\nid: pause\ndescription: Yes.\nkeywords: ["a, b", stop]\n---\n\nText.\n',
    );
    const files = await writeTranslation(await readHelpCenter(root), 'pause', 'ko');
    expect(files).toEqual(['articles/ko/plans/pause.md', 'articles/ko/plans/_category.yaml']);
    const center = await readHelpCenter(root);
    expect(center.problems).toEqual([]);
    const source = center.articles.find(({ file }) => file === 'articles/en/plans/pause.md')!;
    expect(center.articles.find(({ file }) => file === files[0])).toMatchObject({
      title: 'Can I: pause?',
      keywords: ['a, b', 'stop'],
      source_hash: fingerprint(source, {}),
      draft: true,
      body: '\nText.\n',
    });
  });

  it('names the id that was meant, and the translation that is there already', async () => {
    const center = await readHelpCenter(root);
    await expect(writeTranslation(center, 'invoice', 'ko')).rejects.toThrow(
      'There is no article with the id "invoice" in the default language. Did you mean "invoices"?',
    );
    await expect(writeTranslation(center, 'refunds', 'ko')).rejects.toThrow(
      'articles/ko/billing/refunds.md is this translation already.',
    );
  });

  it('says what to add when nobody can be asked', () => {
    const result = spawnSync(process.execPath, [join(project, 'scripts/new.ts'), 'A title', '--no-suggest'], {
      cwd: project,
      env: { ...process.env, SIGNPOST_CONTENT: root },
      encoding: 'utf8',
      input: '',
    });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('In which category? Say it with --category: one of billing, plans.');
    expect(result.stderr).not.toContain('    at ');
  });
});

describe('npm run translations', () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(project, 'scripts/translations.ts'), ...args], {
      cwd: project,
      env: { ...process.env, SIGNPOST_CONTENT: root, NO_COLOR: '1' },
      encoding: 'utf8',
    });

  it('tells missing, untracked, complete and outdated apart, with the paragraphs that changed', async () => {
    expect(run()).toContain(
      'locale    complete  outdated untracked   missing\nko               0         0         1         2\n',
    );
    run('--accept', 'refunds');
    expect(run()).toContain('ko               1         0         0         2\n');
    const file = join(root, 'articles/en/billing/refunds.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Five working days.', 'Ten working days.'));
    const report = run();
    expect(report).toContain('ko               0         1         0         2\n');
    expect(report).toContain(
      '  outdated   articles/ko/billing/refunds.md  How do I get a refund?\n             articles/en/billing/refunds.md:14 Ten working days.',
    );
  });

  it('keeps the rest of the file when it accepts', async () => {
    const file = join(root, 'articles/ko/billing/refunds.md');
    const before = await readFile(file, 'utf8');
    run('--accept', 'all', '--locale', 'ko');
    const after = await readFile(file, 'utf8');
    expect(after.replace(/source_hash: [0-9a-f ]+\n/, '')).toBe(before);
    run('--accept', 'all');
    expect(await readFile(file, 'utf8')).toBe(after);
  });

  it('writes HTML in which the text of articles is no HTML', async () => {
    await writeFile(
      join(root, 'articles/en/plans/pause.md'),
      '---\ntitle: <b>bold</b> & "quoted"\nid: pause\ndescription: Yes.\n---\n\nText.\n',
    );
    const html = translationHtml(translationsOf(await readHelpCenter(root)), new Date('2026-06-01'));
    expect(html).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;');
    expect(html).not.toContain('<b>');
    expect(html).toContain('<p>As of 2026-06-01.</p>');
  });

  it('says so when all is translated', async () => {
    expect(translationTable([], false)).toBe('locale    complete  outdated untracked   missing\n');
  });

  it('lists the first of hundreds and names the command for the others', async () => {
    const [one] = translationsOf(await readHelpCenter(root)).filter(({ state }) => state === 'missing');
    const many = Array.from({ length: 201 }, () => ({ ...one!, locale: 'ko' }));
    const lines = translationTable(many, false).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('  missing'))).toHaveLength(50);
    expect(lines.at(-1)).toBe('  and 151 more: npm run translations -- --locale ko');
    expect(translationTable(many, false, undefined, true)).not.toContain('more:');
  });
});

describe('setting a field of front matter', () => {
  it('keeps line ends and comments, and adds the field when it is not there', () => {
    expect(setField('---\r\ntitle: A # b\r\nid: a\r\n---\r\nText\r\n', 'id', 'b')).toBe(
      '---\r\ntitle: A # b\r\nid: b\r\n---\r\nText\r\n',
    );
    expect(setField('---\ntitle: A\n---\nid: no\n', 'id', 'b')).toBe('---\ntitle: A\nid: b\n---\nid: no\n');
  });

  it('refuses a file without front matter', () => {
    expect(() => setField('Text', 'id', 'b')).toThrow('The file has no complete front matter.');
  });
});
