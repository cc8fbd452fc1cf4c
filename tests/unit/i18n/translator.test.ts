import { describe, expect, it } from 'vitest';
import { stringGaps } from '../../../src/i18n/missing-strings.ts';
import { languages } from '../../../src/i18n/languages.ts';
import { translator } from '../../../src/i18n/translator.ts';

describe('interface strings', () => {
  for (const locale of Object.keys(languages)) {
    it(`are complete in ${locale}`, () => {
      expect(stringGaps(locale)).toEqual([]);
    });
  }

  it('choose the plural form by the count and write the number in the language’s way', () => {
    expect(translator('en')('category.count', { count: 1 })).toBe('1 article');
    expect(translator('en')('category.count', { count: 1200 })).toBe('1,200 articles');
    expect(translator('ko')('category.count', { count: 1 })).toBe('도움말 1개');
  });

  it('put values in their places and leave an unknown place visible', () => {
    expect(translator('en')('article.updated', { date: 'today' })).toBe('Updated today');
    expect(translator('en')('article.updated')).toBe('Updated {date}');
  });

  it('read the file of the language when the region has none', () => {
    expect(translator('en-gb')('nav.contact')).toBe('Contact us');
  });

  it('show English for a language without a file', () => {
    expect(translator('fr')('nav.contact')).toBe('Contact us');
  });
});

describe('a made-up language', () => {
  it('that ends in -xa is accented, longer and in brackets, its places left alone', () => {
    expect(translator('en-xa')('nav.contact')).toBe('⟦Çóñţáçţ úš····⟧');
    expect(translator('en-xa')('article.updated', { date: 'today' })).toBe('⟦Úþđáţéđ today·····⟧');
    expect(translator('en-xa')('category.count', { count: 1 })).toMatch(/^⟦1 ářţíçļé·+⟧$/);
  });

  it('that ends in -xb runs from right to left', () => {
    expect(translator('en-xb')('nav.contact')).toBe('\u202eContact\u202c \u202eus\u202c');
  });

  it('is complete', () => {
    expect([...stringGaps('en-xa'), ...stringGaps('en-xb')]).toEqual([]);
  });
});

describe('the gaps of a language', () => {
  const english = languages['en']!;

  it('name a missing file', () => {
    expect(stringGaps('fr')).toEqual([{ kind: 'no-file', key: '' }]);
  });

  it('name a missing key, an unknown key and a lost place', () => {
    const { 'nav.skip': _, ...rest } = english;
    const file = { ...rest, 'nav.skipp': 'Skip', 'article.updated': 'Updated' };
    expect(stringGaps('en', file)).toEqual([
      { kind: 'missing', key: 'nav.skip' },
      { kind: 'placeholders', key: 'article.updated' },
      { kind: 'unknown', key: 'nav.skipp' },
    ]);
  });

  it('ask for every plural form that the language tells apart', () => {
    const missing = stringGaps('pl', english).filter((gap) => gap.kind === 'missing');
    expect(missing.map((gap) => gap.key)).toContain('category.count.few');
  });
});
