import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  follow,
  formatPermalink,
  parsePermalink,
  preferred,
  sectionUrls,
} from '../../../src/permalinks/permalink-target.ts';
import { renamedSections, withPublished } from '../../../src/permalinks/record.ts';

describe('a permalink', () => {
  it('is put together as it is split, with an anchor or without', () => {
    expect(parsePermalink('refunds#how#long')).toEqual({ id: 'refunds', anchor: 'how#long' });
    for (const link of ['refunds', 'refunds#how-long', 'refunds#how#long']) {
      const { id, anchor } = parsePermalink(link);
      expect(formatPermalink(id, anchor)).toBe(link);
    }
  });

  it('leads to itself while nothing moved', () => {
    expect(follow('refunds#how-long', {})).toEqual({ id: 'refunds', anchor: 'how-long' });
  });

  it('is followed however often its target moved, and a section moves along with its article', () => {
    const moved = { a: 'b', b: 'c', 'c#old': 'c#new' };
    expect(follow('a', moved)).toEqual({ id: 'c', anchor: '' });
    expect(follow('a#old', moved)).toEqual({ id: 'c', anchor: 'new' });
  });

  it('says when its target was retired', () => {
    expect(follow('a#x', { a: 'b', b: 'retired' })).toBe('retired');
  });

  it('that goes round in circles leads nowhere, and following it ends', () => {
    expect(follow('a', { a: 'b', b: 'a' })).toBeUndefined();
    const name = fc.constantFrom('a', 'b', 'c', 'a#x', 'b#y', 'retired');
    fc.assert(
      fc.property(name, fc.dictionary(name, name), (link, moved) => {
        const end = follow(link, moved);
        expect(end === undefined || end === 'retired' || typeof end.id === 'string').toBe(true);
      }),
    );
  });
});

describe('the addresses of a section', () => {
  const versions = {
    en: { href: '/en/b/refunds/', anchors: ['ask', 'how-long'] },
    ko: { href: '/ko/b/refunds/', anchors: ['요청', '기간'] },
    'zh-cn': { href: '/zh-cn/b/refunds/', anchors: ['问'] },
  };

  it('name the section at the same place in each translation that has as many', () => {
    expect(sectionUrls(versions, 'how-long')).toEqual({
      en: '/en/b/refunds/#how-long',
      ko: `/ko/b/refunds/#${encodeURIComponent('기간')}`,
      'zh-cn': '/zh-cn/b/refunds/',
    });
    expect(sectionUrls(versions, '요청')).toMatchObject({ en: '/en/b/refunds/#ask' });
  });

  it('are those of the article when no language has the section', () => {
    expect(sectionUrls(versions, 'gone').en).toBe('/en/b/refunds/');
    expect(sectionUrls(versions, '').ko).toBe('/ko/b/refunds/');
  });
});

describe('the preferred language', () => {
  it('is the first that there is, by tag and then by language, else the default', () => {
    expect(preferred(['fr', 'ko-KR', 'en'], ['en', 'ko'], 'en')).toBe('ko');
    expect(preferred(['zh-CN'], ['en', 'zh-cn'], 'en')).toBe('zh-cn');
    expect(preferred(['zh-TW'], ['en', 'zh-cn'], 'en')).toBe('zh-cn');
    expect(preferred([], ['en', 'ko'], 'en')).toBe('en');
    expect(preferred(['fr'], ['ko'], 'en')).toBe('ko');
  });
});

describe('the record', () => {
  const anchors = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 6 });
  const published = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,4}$/),
    fc.dictionary(fc.constantFrom('en', 'ko'), anchors),
  );

  it('keeps every id and section ever published', () => {
    fc.assert(
      fc.property(published, published, (before, after) => {
        const { articles } = withPublished(withPublished({ articles: {}, moved: {} }, before), after);
        for (const now of [before, after]) {
          for (const [id, locales] of Object.entries(now)) {
            for (const [locale, list] of Object.entries(locales))
              expect(articles[id]?.[locale]).toEqual(expect.arrayContaining(list));
          }
        }
      }),
    );
  });

  it('lets no link stop resolving when every section of every article is renamed', () => {
    fc.assert(
      fc.property(published, (before) => {
        const record = withPublished({ articles: {}, moved: {} }, before);
        const after = Object.fromEntries(
          Object.entries(before).map(([id, locales]) => [
            id,
            Object.fromEntries(
              Object.entries(locales).map(([locale, list]) => [locale, list.map((anchor) => `${anchor}-renamed`)]),
            ),
          ]),
        );
        const mended = withPublished({ ...record, moved: renamedSections(record, after) }, after);
        for (const [id, locales] of Object.entries(before)) {
          for (const [locale, list] of Object.entries(locales)) {
            for (const anchor of list) {
              const end = follow(`${id}#${anchor}`, mended.moved);
              expect(end).not.toBe('retired');
              if (end && end !== 'retired')
                expect(Object.values(after[end.id] ?? {}).flat(), `${locale} ${id}#${anchor}`).toContain(end.anchor);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('collapses chains', () => {
    expect(withPublished({ articles: {}, moved: { a: 'b', b: 'c', c: 'retired' } }, {}).moved).toEqual({
      a: 'retired',
      b: 'retired',
      c: 'retired',
    });
  });
});
