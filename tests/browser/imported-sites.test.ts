import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { parseDocument } from 'yaml';
import { idOf, secret, writeZendeskExport } from '../../scripts/lib/bench/synthetic/zendesk-export.ts';
import { runImport } from '../../scripts/lib/import/run-import.ts';
import { convertHere } from '../support/import/convert-here.ts';
import { testOf } from './support/own-site.ts';
import { answered, shownArticles, suggestedTitles, type } from './support/search.ts';

const wishes = { name: 'Lumen', url: 'https://help.example.com', contact: 'help@example.com', convert: convertHere };

/** What makes the content of these sites. */
const importing = [
  'tests/browser/imported-sites.test.ts',
  'tests/support/import/convert-here.ts',
  'scripts/lib/import',
  'scripts/lib/bench/synthetic',
];

/** Keeps the languages that a test needs, so that its build takes no longer than it must. */
async function keepLocales(content: string, codes: string[]): Promise<void> {
  const settings = join(content, 'site.yaml');
  const document = parseDocument(await readFile(settings, 'utf8'));
  document.set(
    'locales',
    codes.map((code) => ({ code, label: code })),
  );
  // These tests are about what was imported, which is found by its words.
  document.setIn(['search', 'models'], [{ languages: ['*', 'en'], source: 'none' }]);
  await writeFile(settings, String(document));
  for (const folder of await readdir(join(content, 'articles')))
    if (!codes.includes(folder)) await rm(join(content, 'articles', folder), { recursive: true });
}

/** Puts the English articles of one help center beside those of others, whose ids, folders, snippets and variables could be the same. */
async function addTo(content: string, alone: string, name: string): Promise<void> {
  for (const folder of ['images', 'files', 'videos', 'site.yaml'])
    await cp(join(alone, folder), join(content, folder), { recursive: true, force: false }).catch(() => undefined);
  const renamed = (text: string): string => text.replace(/(:(?:snippet|var)\{)/g, `$1${name}-`);
  const variables = await readFile(join(alone, 'variables.yaml'), 'utf8').catch(() => '');
  await appendFile(join(content, 'variables.yaml'), variables.replace(/^(?=[a-z])/gm, `${name}-`));
  const snippets = await readdir(join(alone, 'snippets/en')).catch(() => []);
  for (const file of snippets) {
    await mkdir(join(content, 'snippets/en'), { recursive: true });
    const text = await readFile(join(alone, 'snippets/en', file), 'utf8');
    await writeFile(join(content, 'snippets/en', `${name}-${file}`), renamed(text));
  }
  for (const category of await readdir(join(alone, 'articles/en')))
    for (const file of await readdir(join(alone, 'articles/en', category))) {
      const text = await readFile(join(alone, 'articles/en', category, file), 'utf8');
      const path = join(content, 'articles/en', `${name}-${category}`, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(
        path,
        renamed(text)
          .replace(/^id: /m, `id: ${name}-`)
          .replaceAll('(id:', `(id:${name}-`)
          .replaceAll('](/en/', `](/en/${name}-`),
      );
    }
}

/** Help centers of three help desks, imported one after another into one. */
const made = ['tests/fixtures/import/intercom', 'tests/fixtures/import/helpscout'];
const test = testOf('imported-desks', [...importing, ...made], async (content) => {
  const zendesk = await mkdtemp(join(tmpdir(), 'zendesk-'));
  await writeZendeskExport(zendesk, { articles: 40 });
  for (const from of [zendesk, ...made]) await runImport({ from, out: content, ...wishes });
  await keepLocales(content, ['en', 'zh-cn']);
  await rm(zendesk, { recursive: true });
});

/** Asks how to pair the lamp, of which two of the help centers have an article each. */
async function askToPair(page: Page): Promise<void> {
  await type(page, 'the lamp does not pair');
  await answered(page, 'the lamp does not pair');
  expect((await suggestedTitles(page)).slice(0, 2)).toEqual(['Pair the lamp', 'Pair the lamp']);
  expect((await shownArticles(page)).slice(0, 2).sort()).toEqual(['101', '4001']);
}

describe('An imported Zendesk help center', () => {
  test('answers a question in its search, and shows the article with its list, table and callout', async ({
    visitor: { page, open },
  }) => {
    await open('/en/');
    await type(page, 'notice 12');
    await answered(page, 'notice 12');
    expect((await suggestedTitles(page))[0]).toBe('What to do about notice 12');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/en\/lamps?\/|\/en\/[^/]+\/what-to-do-about-notice-12\//);
    expect(await page.locator('.prose ol ul ul li').count()).toBe(1);
    expect(await page.locator('.prose table td').first().textContent()).toBe('1');
    expect(await page.locator('.prose').textContent()).toContain('Never open the case while it is plugged in.');
  });

  test('leads each old address to the new page, without JavaScript', async ({ visitor, browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(visitor.address(`/hc/en-us/articles/${idOf(7)}-What-to-do-about-notice-7/`));
    await page.waitForURL(/what-to-do-about-notice-7\/$/);
    expect(await page.locator('h1').textContent()).toContain('What to do about notice 7');
    await page.goto(visitor.address(`/hc/zh-cn/articles/${idOf(7)}-${encodeURIComponent('如何处理提示-7')}/`));
    await page.waitForURL(/\/zh-cn\/.*notice-7\/$/);
    await context.close();
  });

  test('does not find a restricted article', async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=notice+5');
    await answered(page, 'notice 5');
    expect(await page.content()).not.toContain(secret(5));
  });
});

describe('An imported Intercom help center', () => {
  test('is searched, and its old addresses lead on', async ({ visitor: { page, open } }) => {
    await open('/en/');
    await askToPair(page);
    await open('/en/articles/4001-pair-the-lamp/');
    await page.waitForURL(/\/en\/using-the-lamp\/pair-the-lamp\/$/);
    await page.getByRole('link', { name: 'prices', exact: true }).click();
    await page.waitForURL(/\/en\/billing\/prices\/#h_0bb$/);
  });
});

describe('An imported Help Scout help center', () => {
  test('is searched, and its old addresses and its links lead on', async ({ visitor: { page, open } }) => {
    await open('/en/');
    await askToPair(page);
    await open('/article/101-pair-the-lamp/');
    await page.waitForURL(/\/en\/guides\/pair-the-lamp\/$/);
    expect(await page.locator('.prose').textContent()).toContain('Keep children away.');
    await page.getByRole('link', { name: 'invoices', exact: true }).click();
    await page.waitForURL(/\/en\/billing\/invoices\/#where$/);
  });

  test('shows nothing of a private collection', async ({ visitor: { page, open } }) => {
    await open('/en/search/?q=margins');
    await answered(page, 'margins');
    expect(await page.content()).not.toContain('ZZSTAFFZZ');
  });
});

describe('Sites of nine Markdown systems, imported into one', () => {
  const sources = [
    'docusaurus-site',
    'vitepress-site',
    'starlight-site',
    'mintlify-site',
    'mkdocs-site',
    'gitbook-site',
    'obsidian-vault',
    'jekyll-site',
    'hugo-site',
  ];
  const folders = sources.map((name) => `tests/fixtures/import/${name}`);
  const test = testOf('imported-markdown', [...importing, ...folders], async (content) => {
    for (const [index, from] of folders.entries()) {
      const alone = await mkdtemp(join(tmpdir(), 'alone-'));
      await runImport({ from, out: alone, ...wishes });
      await addTo(content, alone, sources[index] ?? '');
      await rm(alone, { recursive: true });
    }
    await keepLocales(content, ['en']);
  });

  /** A title of an article of each, and an address that it had there. */
  const articles: [title: string, old: string][] = [
    ['Unpack', '/help/guide/start/unpack/'],
    ['Vue in pages', '/help/guide/vue/'],
    ['Tags of Markdoc', '/docs/markdoc/tags/'],
    ['Wind the clock', '/guides/start/'],
    ['Install the client', '/manual/setup/install/'],
    ['Export your data', '/account/export/'],
    ['Paper filters', '/Brewing/Filters/Paper+filters/'],
    ['New lamp', '/support/news/2024/03/05/new-lamp/'],
    ['Pair the lamp', '/pairing/'],
  ];

  test('an article of each is found by its title', async ({ visitor: { page, open } }) => {
    await open('/en/');
    for (const [title] of articles) {
      await page.fill('.search-input', title);
      await answered(page, title);
      expect((await suggestedTitles(page))[0]).toBe(title);
    }
  });

  test('old addresses lead to the articles, and none shows what its system wrote for itself', async ({
    visitor: { page, open },
  }) => {
    for (const [title, old] of articles) {
      await open(old);
      await page.waitForURL(/\/en\/[^/]+\/[^/]+\/$/);
      expect(await page.locator('h1').textContent()).toContain(title);
      const text = await page.locator('.prose').evaluate((prose) => {
        for (const code of prose.querySelectorAll('pre, code')) code.remove();
        return prose.textContent;
      });
      expect(text).not.toMatch(/:::|\{%|\{\{<|!!! |=== "|\[\[|<\/?[A-Z]/);
    }
  });
});
