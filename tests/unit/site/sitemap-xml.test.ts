import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SitemapPage, sitemapIndexXml, sitemapParts, sitemapXml } from '../../../src/site/sitemap-xml.ts';

const page = (name: string, more: Partial<SitemapPage> = {}): SitemapPage => ({
  href: `https://help.example.com/en/${name}/`,
  translations: [],
  ...more,
});
const bytesOf = (pages: readonly SitemapPage[]) => Buffer.byteLength(sitemapXml(pages));

describe('the files of a sitemap', () => {
  it('hold each page once, in order, none of them empty or more than it may hold', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { minLength: 1, maxLength: 60 });
    const limits = fc.record({
      addresses: fc.integer({ min: 1, max: 20 }),
      bytes: fc.integer({ min: 900, max: 3000 }),
    });
    fc.assert(
      fc.property(names, limits, (names, limits) => {
        const pages = names.map((name) => page(name));
        const parts = sitemapParts(pages, limits);
        expect(parts.flat()).toEqual(pages);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThanOrEqual(limits.addresses);
          expect(bytesOf(part)).toBeLessThanOrEqual(limits.bytes);
        }
        // No file was begun before the one before it was full.
        for (const [place, part] of parts.entries()) {
          const [next] = parts[place + 1] ?? [];
          if (next) expect(part.length === limits.addresses || bytesOf([...part, next]) > limits.bytes).toBe(true);
        }
      }),
    );
  });

  it('are two for 50,001 pages, and one for a site without any', () => {
    const many = Array.from({ length: 50_001 }, (_, place) => page(String(place)));
    expect(sitemapParts(many).map(({ length }) => length)).toEqual([50_000, 1]);
    expect(sitemapParts([])).toEqual([[]]);
  });

  it('name days, other languages and addresses with signs of XML', () => {
    const translations = ['en', 'zh-cn'].map((locale) => ({ locale, href: `https://help.example.com/${locale}/a/` }));
    expect(sitemapXml([page('a&b', { updated: new Date('2026-05-01'), translations })]).split('\n')[2]).toBe(
      '<url><loc>https://help.example.com/en/a&amp;b/</loc><lastmod>2026-05-01</lastmod>' +
        '<xhtml:link rel="alternate" hreflang="en" href="https://help.example.com/en/a/"/>' +
        '<xhtml:link rel="alternate" hreflang="zh-CN" href="https://help.example.com/zh-cn/a/"/></url>',
    );
  });

  it('are named by an index', () => {
    expect(sitemapIndexXml(['https://a.example/sitemap.xml', 'https://a.example/sitemap-2.xml'])).toContain(
      '<sitemap><loc>https://a.example/sitemap.xml</loc></sitemap>\n<sitemap><loc>https://a.example/sitemap-2.xml</loc></sitemap>',
    );
  });
});
