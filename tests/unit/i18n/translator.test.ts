import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translator.ts';

describe('interface strings', () => {
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
