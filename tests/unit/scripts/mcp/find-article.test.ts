import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../../scripts/lib/mcp/build-catalogue.ts';
import type { Catalogue } from '../../../../scripts/lib/mcp/catalogue.ts';
import { findArticle, sectionOf } from '../../../../scripts/lib/mcp/find-article.ts';
import { readContent } from '../../../../scripts/lib/mcp/read-tool.ts';
import { type SmallHelpCenter, smallHelpCenter } from './help-center.ts';

let center: SmallHelpCenter;
let catalogue: Catalogue;

beforeAll(async () => {
  center = await smallHelpCenter();
  catalogue = await buildCatalogue(center.content);
});
afterAll(() => center.remove());

describe('an article that somebody names', () => {
  it.each([
    ['refunds', undefined, 'en', ''],
    [' refunds ', 'ko', 'ko', ''],
    ['refunds#how-long-does-it-take', undefined, 'en', 'how-long-does-it-take'],
    ['https://help.example.com/a/refunds/', undefined, 'en', ''],
    ['https://help.example.com/a/refunds/?in=ko', undefined, 'ko', ''],
    ['https://help.example.com/a/refunds/?in=ko', 'en', 'en', ''],
    ['https://help.example.com/a/refunds/#how-long-does-it-take', undefined, 'en', 'how-long-does-it-take'],
    ['/a/refunds', undefined, 'en', ''],
    ['https://help.example.com/ko/billing/refunds/', undefined, 'ko', ''],
    ['https://help.example.com/ko/billing/refunds.md', undefined, 'ko', ''],
    ['/en/billing/refunds/index.html', undefined, 'en', ''],
    ['article://ko/refunds', undefined, 'ko', ''],
    ['money-back', undefined, 'en', ''],
    ['https://help.example.com/a/money-back/', 'ko', 'ko', ''],
  ])('is found by %s, asked for in %s', (asked, locale, found, anchor) => {
    const { article, anchor: section } = findArticle(catalogue, asked, locale);
    expect([article.id, article.locale, section]).toEqual(['refunds', found, anchor]);
  });

  it('is given in the default language where the wanted one has no translation', () => {
    expect(findArticle(catalogue, '/ko/plans/pause/').article).toMatchObject({ id: 'pause', locale: 'en' });
  });

  it.each([
    ['refund', 'article: no article has the id "refund". Did you mean "refunds"?'],
    ['xylophone', 'article: no article has the id "xylophone". Use search or list to find it.'],
    ['hidden', 'article: no article has the id "hidden". Use search or list to find it.'],
    ['later', 'article: no article has the id "later". Use search or list to find it.'],
    ['gone', 'article: "gone" was withdrawn for good. Search for what it was about instead.'],
    [
      'https://help.example.com/a/refund/',
      'article: no article has the id "refund", which "https://help.example.com/a/refund/" leads to. Did you mean "refunds"?',
    ],
    [
      'https://evil.example/a/refunds/',
      'article: "https://evil.example/a/refunds/" is not of this help center, whose addresses begin with https://help.example.com/.',
    ],
    ['/en/plans/secret/', 'article: no article has the address "/en/plans/secret/". Use search or list to find it.'],
    ['https://', 'article: "https://" is no id, permanent link or address of an article.'],
    ['../../etc/passwd', 'article: no article has the address "../../etc/passwd". Use search or list to find it.'],
    ['__proto__', 'article: no article has the address "__proto__". Use search or list to find it.'],
    ['constructor', 'article: no article has the id "constructor". Use search or list to find it.'],
  ])('that is none, %s, is answered with what may be meant', (asked, message) => {
    expect(() => findArticle(catalogue, asked)).toThrow(new Error(message));
  });

  it('in a language that the site has not is refused with those it has', () => {
    expect(() => findArticle(catalogue, 'refunds', 'fr')).toThrow(
      new Error('locale: this help center has en, ko, not "fr".'),
    );
    expect(findArticle(catalogue, 'refunds', 'KO_KR').article.locale).toBe('ko');
  });
});

describe('a section that somebody names', () => {
  it.each(['how-long-does-it-take', '#how-long-does-it-take', 'How long does it take?'])('is found by %s', (name) => {
    const [part] = sectionOf(findArticle(catalogue, 'refunds').article, name);
    expect(part.markdown).toBe(
      '## How long does it take?\n\nFive working days. The [invoice](https://help.example.com/a/invoices/) stays in your account.',
    );
  });

  it('that is none is answered with those there are', () => {
    expect(() => sectionOf(findArticle(catalogue, 'refunds').article, 'how-long')).toThrow(
      new Error(
        'section: "refunds" has no section "how-long". Did you mean "how-long-does-it-take"? It has how-long-does-it-take.',
      ),
    );
  });

  it('in an article without any is told to be left out', () => {
    expect(() => sectionOf(findArticle(catalogue, 'pause').article, 'price')).toThrow(
      new Error('section: "pause" has no section "price". It has none: leave section out.'),
    );
  });
});

describe('an article that is read', () => {
  const read = (article: string, section?: string) =>
    readContent({ catalogue }, { article, ...(section && { section }) });

  it('has permanent links, its own, those of its sections and those in its text, and pictures as words', () => {
    expect(read('refunds')).toEqual({
      id: 'refunds',
      locale: 'en',
      title: 'How do I get a refund?',
      description: 'Ask within 30 days; the money is back after 5 working days.',
      category: 'Billing',
      url: 'https://help.example.com/a/refunds/',
      page: 'https://help.example.com/en/billing/refunds/',
      reviewed: '2020-01-31',
      old: true,
      sections: [
        {
          anchor: 'how-long-does-it-take',
          heading: 'How long does it take?',
          level: 2,
          url: 'https://help.example.com/a/refunds/#how-long-does-it-take',
        },
      ],
      truncated: false,
      markdown: `# How do I get a refund?

> Ask within 30 days; the money is back after 5 working days.

Source: <https://help.example.com/en/billing/refunds/>${'  '}
Permanent link: <https://help.example.com/a/refunds/>${'  '}
Language: en${'  '}
Category: Billing${'  '}
Updated: 2020-01-31

Ask for a refund within 30 days of the charge, under **Account → Payments**.

The Refund button at the end of the list of payments

## How long does it take?

Five working days. The [invoice](https://help.example.com/a/invoices/) stays in your account.`,
    });
  });

  it('by a section of it, or a link to one, has the link of the section and its text below the head', () => {
    const { url, markdown } = read('https://help.example.com/a/refunds/#how-long-does-it-take');
    expect(url).toBe('https://help.example.com/a/refunds/#how-long-does-it-take');
    expect(markdown).toContain('# How do I get a refund?');
    expect(markdown).not.toContain('within 30 days of the charge');
    expect(read('refunds', 'How long does it take?').markdown).toBe(markdown);
  });

  it('longer than 60,000 characters is cut between two paragraphs, and says so', () => {
    const [article] = catalogue.articles.filter(({ id }) => id === 'pause');
    const long = `${'Nothing but words. '.repeat(50)}\n\n`.repeat(100);
    const grown = { ...catalogue, articles: [{ ...article!, parts: [{ ...article!.parts[0]!, markdown: long }] }] };
    const { markdown, truncated } = readContent({ catalogue: grown }, { article: 'pause' });
    expect(truncated).toBe(true);
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown.length).toBeGreaterThan(58_000);
    expect(markdown.endsWith('words. ')).toBe(true);
  });
});
