import { describe, expect, test } from 'vitest';
import { importSite } from '../../../support/import/import-site.ts';

describe('A folder of pages in MDX', () => {
  test('without any settings is read by its folders, the small case of an issue with it', async () => {
    const site = await importSite('mdx-folder');
    expect(site.report.source).toEqual({ kind: 'markdown', locales: ['en'], articles: 4, drafts: 0 });
    expect(site.articles).toEqual(site.expected);
    expect(site.skipped).toEqual(['docs/parts/part.mdx: a part that pages include']);
    expect(site.notes('docs/user/first.md')).toEqual([
      'a link to tabs, which is not among the imported files, became plain text',
    ]);
    expect(site.notes('docs/user/more.mdx')).toEqual(['<Chart>, which means nothing here, became the text in it']);
  });

  test('with numbers before its names and titles that pages export has neither in addresses, and both in their place', async () => {
    const site = await importSite('mdx-numbers');
    expect(site.articles).toEqual(site.expected);
    expect(site.report.changes.flatMap(({ notes }) => notes.filter(({ level }) => level !== 'info'))).toEqual([]);
  });

  test('of Mintlify has its menu, languages, snippets, variables, fields and redirects', async () => {
    const site = await importSite('mintlify-site');
    expect(site.report.source).toEqual({ kind: 'markdown', locales: ['en', 'es'], articles: 6, drafts: 0 });
    expect(site.articles).toEqual(site.expected);
    expect(site.skipped).toEqual([
      'README.md: a file about the repository',
      '_snippets/old.mdx: a part that pages include',
      'snippets/limits.mdx: a part that pages include',
      'snippets/warning.mdx: a part that pages include',
      'docs.json: no article shows it or links to it',
      'menus/es-pages.json: no article shows it or links to it',
      'menus/es.json: no article shows it or links to it',
      'redirects.json: no article shows it or links to it',
    ]);
    expect(site.notes('guides/start.mdx')).toEqual([
      '/guides/gone became https://clock.example.com/guides/gone, its old address',
    ]);
    expect(site.notes('guides/secret.mdx')).toEqual([
      'the menu does not list it, so it was there for those who had its address; it is unlisted here',
    ]);
    expect(site.notes('api/get-time.mdx')).toEqual([]);
  });

  test('of Nextra has its menu, in JSON and in code, and the names of files above code', async () => {
    const site = await importSite('nextra-site');
    expect(site.report.source).toEqual({ kind: 'markdown', locales: ['en'], articles: 4, drafts: 0 });
    expect(site.articles).toEqual(site.expected);
    expect(site.skipped).toEqual([
      'content/_meta.js: a .js file, no page',
      'content/reference/_part.mdx: a part that pages include',
      'next.config.mjs: a .mjs file, no page',
      'content/guide/_meta.json: no article shows it or links to it',
    ]);
    expect(site.notes('content/guide/first.mdx')).toEqual([]);
  });
});
