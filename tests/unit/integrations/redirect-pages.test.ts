import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Category, HelpCenter } from '../../../src/content/types.ts';
import { redirectPage, redirectsOf } from '../../../src/integrations/redirect-pages.ts';
import { planRedirects } from '../../../src/integrations/redirect-plan.ts';
import { writeFiles } from '../../../src/integrations/write-files.ts';
import { writeRedirects } from '../../../src/integrations/write-redirects.ts';
import { aliasPath } from '../../../src/schemas/article.ts';
import { siteSchema } from '../../../src/schemas/site.ts';

const site = siteSchema.parse({
  name: 'Lumen',
  description: 'Help',
  url: 'https://help.example.com',
  base: '/help/',
  defaultLocale: 'en',
  locales: [
    { code: 'en', label: 'English' },
    { code: 'ar', label: 'العربية', dir: 'rtl' },
  ],
  contact: { channels: [{ type: 'link', label: 'Us', url: 'https://example.com' }] },
});
const article = (fields: Partial<Article>): Article =>
  ({
    id: 'refunds',
    locale: 'en',
    category: 'billing',
    slug: 'refunds',
    title: 'Refunds',
    draft: false,
    aliases: [],
    headings: [],
    ...fields,
  }) as Article;
const center = (articles: Article[], categories: Partial<Category>[] = []): HelpCenter =>
  ({
    site,
    articles,
    categories,
    broken: [],
    ownPages: [],
    brokenOwnPages: [],
    files: ['files/manual.pdf'],
    permalinks: { articles: { gone: {} }, moved: { former: 'refunds' } },
  }) as unknown as HelpCenter;

/** Writes what answers at old addresses, and tells how many there are. */
async function write(dir: string, center: HelpCenter): Promise<number> {
  const plan = planRedirects(center);
  await writeRedirects(dir, center, plan);
  return plan.oldAddressCount;
}

describe('Old addresses', () => {
  test('lead to the article in its language, below the base path', () => {
    expect(
      redirectsOf(
        center(
          [article({ aliases: ['/hc/en-us/articles/1-Refunds'] })],
          [{ locale: 'en', slug: 'billing', title: 'Billing', aliases: ['/hc/en-us/sections/7'] }],
        ),
      ),
    ).toEqual([
      {
        from: '/help/hc/en-us/articles/1-Refunds',
        to: '/help/en/billing/refunds/',
        locale: 'en',
        title: 'Refunds',
        file: 'hc/en-us/articles/1-Refunds/index.html',
      },
      {
        from: '/help/hc/en-us/sections/7',
        to: '/help/en/billing/',
        locale: 'en',
        title: 'Billing',
        file: 'hc/en-us/sections/7/index.html',
      },
    ]);
  });

  test('of drafts lead nowhere, the first of two claims wins, and a page of the site is never replaced', () => {
    const found = redirectsOf(
      center([
        article({ aliases: ['/old', '/en/billing/refunds'] }),
        article({ slug: 'other', aliases: ['/old/'] }),
        article({ slug: 'draft', draft: true, aliases: ['/draft'] }),
      ]),
    );
    expect(found.map(({ from, to }) => [from, to])).toEqual([['/help/old', '/help/en/billing/refunds/']]);
  });

  test('never replace a page of a list that is longer than one page, and may have its address where it is not', () => {
    const aliases = [
      '/en/a-z/c',
      '/en/a-z/symbols/page/2/',
      '/EN/billing/page/2',
      '/en/billing/page/old',
      '/ar/billing/page/3',
    ];
    const many = (count: number) =>
      Array.from({ length: count }, (_, number) =>
        article({ id: `${number}`, slug: `refund-${number}`, aliases: number === 0 ? aliases : [] }),
      );
    const kept = (count: number) =>
      redirectsOf(center(many(count)))
        .map(({ from }) => from.slice('/help'.length))
        .filter((from) => aliases.includes(from));
    expect(kept(200).toSorted()).toEqual(aliases.toSorted());
    expect(kept(201)).toEqual(['/en/a-z/c', '/en/a-z/symbols/page/2/', '/en/billing/page/old']);
    expect(kept(501)).toEqual(['/en/billing/page/old']);
  });

  test('that two languages claim lead to the default language', () => {
    const found = redirectsOf(center([article({ locale: 'ar', aliases: ['/old'] }), article({ aliases: ['/old'] })]));
    expect(found.map(({ to }) => to)).toEqual(['/help/en/billing/refunds/']);
  });

  test('are followed by those of the pages that show an article in languages which have it not', () => {
    const found = redirectsOf(
      center([
        article({ id: 'refunds', slug: 'money-back', aliases: ['/en/billing/refunds', '/ar/old/name', '/hc/1'] }),
      ]),
    );
    expect(found.map(({ from, to, locale }) => [from, to, locale])).toEqual([
      ['/help/en/billing/refunds', '/help/en/billing/money-back/', 'en'],
      ['/help/hc/1', '/help/en/billing/money-back/', 'en'],
      ['/help/ar/old/name', '/help/ar/billing/money-back/', 'ar'],
      ['/help/ar/billing/refunds', '/help/ar/billing/money-back/', 'ar'],
    ]);
    const translated = redirectsOf(
      center([
        article({ id: 'refunds', slug: 'money-back', aliases: ['/en/billing/refunds'] }),
        article({ id: 'refunds', locale: 'ar' }),
      ]),
    );
    expect(translated.map(({ from }) => from)).toEqual(['/help/en/billing/refunds']);
  });

  test('have a page that forwards without a script, escaped, in the direction of its language', () => {
    const page = redirectPage({ from: '/x', to: '/help/ar/a/"b"/', locale: 'ar', title: '<b>&' }, center([]));
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/help/ar/a/%22b%22/">');
    expect(page).toContain('<link rel="canonical" href="https://help.example.com/help/ar/a/%22b%22/">');
    expect(page).toContain('<title>&lt;b&gt;&amp;</title>');
  });

  test('have a page that states a policy, for hosts that set no headers: its own script and nothing else', () => {
    const page = redirectPage({ from: '/x', to: '/help/en/x/', locale: 'en', title: 'X' }, center([]));
    expect(page).toMatch(
      /^<!doctype html>\n<html lang="en" dir="ltr">\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; form-action 'none'; base-uri 'none'">/,
    );
    expect(page).not.toMatch(/<script(?! src="\/help\/moved\.js")/);
  });

  test('are files, and lines of _redirects whose signs are no patterns', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'redirects-'));
    const aliases = ['/hc/zh-cn/articles/2-退款', '/a:b*c', '/My%20page%3F', `/${'长'.repeat(90)}`];
    expect(await write(dir, center([article({ aliases })]))).toBe(4);
    expect(await readFile(join(dir, 'hc/zh-cn/articles/2-退款/index.html'), 'utf8')).toContain(
      '/help/en/billing/refunds/',
    );
    expect((await readFile(join(dir, '_redirects'), 'utf8')).split('\n').slice(0, 3)).toEqual([
      '/help/hc/zh-cn/articles/2-%E9%80%80%E6%AC%BE /help/en/billing/refunds/ 301',
      '/help/a%3Ab%2Ac /help/en/billing/refunds/ 301',
      '/help/My%20page%3F /help/en/billing/refunds/ 301',
    ]);
    await rm(dir, { recursive: true });
  });

  test('never stand where the site has a file, and a folder has one page however it is written', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'redirects-'));
    await writeFile(join(dir, '_headers'), 'of this build');
    const count = await write(
      dir,
      center([
        article({ aliases: ['/_headers', '/404.html/x', '/files/manual.pdf', '/en/billing/refunds.md'] }),
        article({ slug: 'other', aliases: ['/hc/index.html', '/hc/', '/hc/7', `/${'a/'.repeat(3000)}`] }),
      ]),
    );
    expect(count).toBe(3);
    expect(await readFile(join(dir, 'hc/index.html'), 'utf8')).toContain('/help/en/billing/other/');
    expect(await readFile(join(dir, 'hc/7/index.html'), 'utf8')).toContain('/help/en/billing/other/');
    expect(await readFile(join(dir, '_headers'), 'utf8')).toBe('of this build');
    await rm(dir, { recursive: true });
  });

  test('have one page a place, however the place is written', () => {
    const aliases = ['/faq/', '/faq/index.html', '/FAQ', '/caf%C3%A9', '/café/', '/a//b', '/a/b/', '/what%3F', '/100%'];
    expect(redirectsOf(center([article({ aliases })])).map(({ from, file }) => [from, file])).toEqual([
      ['/help/faq/', 'faq/index.html'],
      ['/help/FAQ', 'FAQ/index.html'],
      ['/help/café', 'café/index.html'],
      ['/help/a/b', 'a/b/index.html'],
      ['/help/what?', 'what?/index.html'],
      ['/help/100%', '100%/index.html'],
    ]);
  });

  test('are none where a page is, or where only a file or a folder of the site can be, in capitals or not', () => {
    const aliases = [
      ...['/', '/index.html', '/index.html/', '/en/', '/en/billing/index.html', '/ar/billing/refunds', '/en/search'],
      ...['/search/index.html', '/a/former', '/a/gone/', '/Robots.txt', '/_ASTRO/x', '/404.html', '/Index.html'],
      ...['/en/billing/index.html/x', '/x/INDEX.html/y', '/files/manual.pdf', '/FILES/manual.PDF/x', '/sitemap.xml.'],
      ...['/en/rss.xml', '/en/billing/refunds.md', '/en/offer.json', '/widget.js', '/.git', '/_search'],
    ];
    const categories = [{ locale: 'en', slug: 'billing', title: 'Billing', aliases: [] }];
    expect(redirectsOf(center([article({ id: 'refunds', aliases })], categories))).toEqual([]);
  });

  test('of any kind and number are files in folders that no other needs for a file, on any disk', async () => {
    const names = ['faq', 'FAQ', 'faq.', 'index.html', 'Index.HTML', 'a.html', '404.html', 'en', 'billing', 'refunds'];
    const odd = [
      'refunds.md',
      'files',
      'manual.pdf',
      '_astro',
      'robots.txt',
      'caf%C3%A9',
      'cafe\u0301',
      '%2e%2e',
      '%2F',
    ];
    const alias = fc
      .tuple(fc.array(fc.constantFrom(...names, ...odd, ''), { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([parts, slash]) => `/${parts.join('/')}${slash ? '/' : ''}`)
      .filter((path) => aliasPath.safeParse(path).success);
    const site = ['index.html', '404.html', 'robots.txt', 'files/manual.pdf', '_astro/x.css', 'en/index.html'];
    const pages = ['en/billing/refunds.md', 'en/billing/refunds/index.html', 'ar/billing/refunds/index.html'];
    const root = await mkdtemp(join(tmpdir(), 'redirects-'));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(alias, { maxLength: 12 }), fc.array(alias, { maxLength: 6 }), async (one, other) => {
        const moved = center([
          article({ id: 'refunds', aliases: one }),
          article({ id: 'other', slug: 'other', locale: 'ar', aliases: other }),
        ]);
        const planned = redirectsOf(moved).map(({ file }) => file);
        expect(new Set([...planned, ...site, ...pages]).size).toBe(planned.length + site.length + pages.length);
        const all = [...planned, ...site, ...pages].map((file) => file.normalize('NFC').toLowerCase());
        const folders = new Set(
          all.flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index).join('/'))),
        );
        expect(all.filter((file) => folders.has(file))).toEqual([]);
        const dir = join(root, String(run++));
        await writeFiles(dir, new Map([...site, ...pages].map((file) => [file, 'of the site'])));
        await write(dir, moved);
        for (const file of [...site, ...pages]) expect(await readFile(join(dir, file), 'utf8')).toBe('of the site');
        for (const file of planned) expect(await readFile(join(dir, file), 'utf8')).toContain('/help/');
      }),
    );
    await rm(root, { recursive: true });
  });

  test('are written over no page of the site', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'redirects-'));
    const moved = center([article({ aliases: ['/old/', '/files/'] })]);
    await mkdir(join(dir, 'files'));
    await writeFile(join(dir, 'files/index.html'), 'of the site');
    await write(dir, moved);
    expect(await readFile(join(dir, 'old/index.html'), 'utf8')).toContain('/help/en/billing/refunds/');
    expect(await readFile(join(dir, 'files/index.html'), 'utf8')).toBe('of the site');
    await rm(dir, { recursive: true });
  });
});
