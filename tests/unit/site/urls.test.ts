import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  articleIn,
  belowBase,
  fullUrl,
  permalink,
  permalinkIn,
  permalinkOfHit,
  placeOf,
  siteUrls,
  widgetUrl,
  withAnchor,
  withoutSlash,
} from '../../../src/site/urls.ts';

const refunds = { locale: 'en', category: 'billing', slug: 'refunds' };

describe('the addresses of a site', () => {
  it('begin with its base path, which is the root when none is given', () => {
    expect(siteUrls('/help/').article(refunds)).toBe('/help/en/billing/refunds/');
    expect(siteUrls().article(refunds)).toBe('/en/billing/refunds/');
    expect(siteUrls(undefined).home('en')).toBe('/en/');
  });

  it('name each of its pages and files', () => {
    const urls = siteUrls('/help/');
    expect([urls.home('ko'), urls.category('ko', 'billing'), urls.articleMarkdown(refunds)]).toEqual([
      '/help/ko/',
      '/help/ko/billing/',
      '/help/en/billing/refunds.md',
    ]);
    expect(
      [urls.az, urls.agents, urls.contact, urls.counting, urls.feed, urls.search, urls.widget].map((page) =>
        page('en'),
      ),
    ).toEqual([
      '/help/en/a-z/',
      '/help/en/agents/',
      '/help/en/contact/',
      '/help/en/counting/',
      '/help/en/rss.xml',
      '/help/en/search/',
      '/help/en/widget/',
    ]);
    expect([urls.permalinks, urls.searchFiles, urls.file('sitemap.xml'), urls.path('/old/page')]).toEqual([
      '/help/a/',
      '/help/_search/',
      '/help/sitemap.xml',
      '/help/old/page',
    ]);
  });

  it('carry a query that is encoded', () => {
    expect(siteUrls().search('en', 'refund & cancel')).toBe('/en/search/?q=refund%20%26%20cancel');
    expect(siteUrls().search('en', '')).toBe('/en/search/');
  });

  it('are full where they are read elsewhere, and paths without a site', () => {
    expect(fullUrl('/help/en/', { url: 'https://help.example.com' })).toBe('https://help.example.com/help/en/');
    expect(fullUrl('/help/en/환불/', { url: 'https://help.example.com' })).toBe(
      'https://help.example.com/help/en/%ED%99%98%EB%B6%88/',
    );
    expect(fullUrl('/en/', undefined)).toBe('/en/');
  });

  it('of the widget’s frame are spelled alike from the base path and from the folder of widget.js', () => {
    expect(widgetUrl('', 'ko')).toBe('ko/widget/');
    expect(siteUrls('/help/').widget('ko')).toBe(`/help/${widgetUrl('', 'ko')}`);
  });
});

describe('a permalink', () => {
  it('names an article by its id, and a section by its encoded anchor', () => {
    expect(permalink('/help/', 'refunds')).toBe('/help/a/refunds/');
    expect(siteUrls('/help/').permalink('refunds', '기간')).toBe(`/help/a/refunds/#${encodeURIComponent('기간')}`);
    expect(permalink('https://help.example.com/', 'refunds', '')).toBe('https://help.example.com/a/refunds/');
  });

  it('asks for a language where one is given', () => {
    expect(permalinkIn('/help/a/', 'refunds')).toBe('/help/a/refunds/');
    expect(permalinkIn('/help/a/', 'refunds', 'zh-cn')).toBe('/help/a/refunds/?in=zh-cn');
  });

  it('of what a search found keeps the anchor as it is encoded there', () => {
    expect(permalinkOfHit('/help/', { article: 'refunds', href: '/help/ko/billing/refunds/#%EA%B8%B0%EA%B0%84' })).toBe(
      '/help/a/refunds/#%EA%B8%B0%EA%B0%84',
    );
    expect(permalinkOfHit('/', { article: 'refunds', href: '/en/billing/refunds/' })).toBe('/a/refunds/');
  });

  it('brings back its anchor, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (anchor) => {
        expect(
          decodeURIComponent(new URL(permalink('https://help.example.com/', 'refunds', anchor)).hash.slice(1)),
        ).toBe(anchor);
      }),
    );
  });
});

describe('the page that shows an article to the readers of another locale', () => {
  it('is at the same place below that locale, with the same anchor', () => {
    expect(articleIn('/help/en/billing/refunds/#how-long', '/help/a/', 'ko')).toBe(
      '/help/ko/billing/refunds/#how-long',
    );
    expect(articleIn('/zh-cn/billing/refunds/', '/a/', 'en')).toBe('/en/billing/refunds/');
  });

  it('is the address itself outside the site', () => {
    expect(articleIn('/helpdesk/en/billing/', '/help/a/', 'ko')).toBe('/helpdesk/en/billing/');
  });
});

describe('a path', () => {
  it('is read below the base, and nowhere else', () => {
    expect(belowBase('/help/', '/help/en/billing/')).toBe('en/billing/');
    expect(belowBase('/', '/en/billing/')).toBe('en/billing/');
    expect(belowBase('/help/', '/helpdesk/en/')).toBeUndefined();
    expect(belowBase('/help/', '/help')).toBeUndefined();
  });

  it('is compared without the slash at its end', () => {
    expect([withoutSlash('/old/'), withoutSlash('/old'), withoutSlash('/')]).toEqual(['/old', '/old', '']);
  });

  it('have one place however they are written, and none outside the site', () => {
    for (const path of ['/a/café', '/a/café/', '/a//café/index.html', '/a/caf%C3%A9', '//a/café/index.html/'])
      expect(placeOf(path), path).toBe('/a/café');
    for (const path of ['', '/', '/index.html']) expect(placeOf(path), path).toBe('');
    for (const path of ['/%2e%2e/x', '/a%2Fb', '/a%00b', '/a%5Cb', '/%', '/index.html/index.html/x'])
      expect(placeOf(path), path).toBe(path);
  });

  it('gets an anchor only where there is one', () => {
    expect([withAnchor('/en/', ''), withAnchor('/en/', 'a b')]).toEqual(['/en/', '/en/#a%20b']);
  });
});

describe('what the search found', () => {
  it('leads to the address of a page of the owner’s own, which has no permalink', () => {
    expect(permalinkIn('/help/a/', 'page:imprint', 'ko')).toBe('/help/ko/imprint/');
    expect(permalinkIn('/help/a/', 'refunds', 'ko')).toBe('/help/a/refunds/?in=ko');
  });
});
