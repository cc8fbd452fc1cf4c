import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readPage } from './support/pages.ts';

const href = async (file: string, selector: string): Promise<string | null | undefined> =>
  (await readPage(file)).querySelector(selector)?.getAttribute('href');

test('a page of the owner’s own stands in every language, in the default one where it is not translated', async () => {
  const [english, korean, chinese] = await Promise.all(
    ['en', 'ko', 'zh-cn'].map((locale) => readPage(`${locale}/terms-of-use/index.html`)),
  );
  expect(english?.querySelector('h1')?.textContent).toBe('Terms of use');
  expect(korean?.querySelector('h1')?.textContent).toBe('이용 약관');
  expect(chinese?.querySelector('h1')?.textContent).toBe('Terms of use');
  expect(chinese?.querySelector('h1')?.getAttribute('lang')).toBe('en');
  expect(chinese?.querySelector('.notice')).not.toBeNull();
  expect(korean?.querySelector('.notice')).toBeNull();
});

test('a page that is not translated keeps its readers in their language, and search engines at the original', async () => {
  const file = 'zh-cn/terms-of-use/index.html';
  expect(await href(file, '.prose a[href*="refund"]')).toMatch(/^\/help\/zh-cn\//);
  expect(await href(file, '.prose a[href*="hosts"]')).toBe('/help/zh-cn/hosts/');
  expect(await href(file, 'link[rel="canonical"]')).toMatch(/\/help\/en\/terms-of-use\/$/);
  const alternates = (await readPage('en/terms-of-use/index.html')).querySelectorAll('link[hreflang]');
  expect([...alternates].map((link) => link.getAttribute('hreflang'))).toEqual(['en', 'ko', 'x-default']);
});

test('the sitemap and the map for language models have the owner’s own pages, but for those that stay out', async () => {
  const [sitemap, map] = await Promise.all(
    ['sitemap.xml', 'llms.txt'].map((file) => readFile(join(inject('siteFolder'), file), 'utf8')),
  );
  expect(sitemap).toContain('/help/en/terms-of-use/</loc><lastmod>2026-05-01</lastmod>');
  expect(sitemap).toContain('/help/ko/terms-of-use/');
  expect(sitemap).not.toContain('/help/zh-cn/terms-of-use/');
  expect(map).toContain('/help/en/terms-of-use/): What holds for those who read here.');
  for (const text of [sitemap, map]) expect(text).not.toContain('/hosts/');
  expect((await readPage('en/hosts/index.html')).querySelector('meta[name="robots"]')?.getAttribute('content')).toBe(
    'noindex',
  );
});
