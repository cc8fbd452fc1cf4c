import { describe, expect, it } from 'vitest';
import { stringFileOf } from '../../../src/i18n/languages.ts';
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

  it('read the file of another region when the language itself has none', () => {
    for (const locale of ['pt', 'pt-pt']) expect(stringFileOf(locale)).toBe(stringFileOf('pt-br'));
  });

  it('have as many plural forms as the language', () => {
    const polish = translator('pl');
    expect([1, 3, 7, 22].map((count) => polish('category.count', { count }))).toEqual([
      '1 artykuł',
      '3 artykuły',
      '7 artykułów',
      '22 artykuły',
    ]);
    expect(translator('fr')('category.count', { count: 0 })).toBe('0 article');
  });

  it('show English for a language without a file', () => {
    expect(translator('cy')('nav.contact')).toBe('Contact us');
  });

  it('read the file of the same script where regions write differently', () => {
    expect(stringFileOf('zh-sg')).toBe(stringFileOf('zh-cn'));
    expect(stringFileOf('zh')).toBe(stringFileOf('zh-cn'));
    for (const locale of ['zh-hk', 'zh-mo', 'zh-hant']) expect(stringFileOf(locale)).toBe(stringFileOf('zh-tw'));
    expect(stringFileOf('no such_locale')).toBeUndefined();
  });

  it('take what the owner writes in their place, and theirs alone', () => {
    const own = { en: { 'nav.contact': 'Talk to the crew' } };
    expect(translator('en', own)('nav.contact')).toBe('Talk to the crew');
    expect(translator('en', own)('nav.az')).toBe('All articles');
    expect(translator('ko', own)('nav.contact')).toBe('문의하기');
    expect(translator('en')('nav.contact')).toBe('Contact us');
  });

  it('keep what is filled in apart from words that run from right to left', () => {
    const number = '+44 20 7946 0123';
    expect(translator('ar')('contact.phone', { number })).toBe(`اتصل بالرقم \u2068${number}\u2069`);
    expect(translator('he', { he: { 'contact.phone': 'חייגו {number}' } })('contact.phone', { number })).toBe(
      `חייגו \u2068${number}\u2069`,
    );
    expect(translator('de')('contact.phone', { number })).toBe(`${number} anrufen`);
    expect(translator('ar')('site.suffix', { name: 'Harbour' })).toBe('مساعدة Harbour');
  });

  it('of an owner’s language have its plural forms, with English where one was not written', () => {
    const cy = {
      'category.count.zero': '{count} erthyglau',
      'category.count.two': 'dwy erthygl',
      'category.count.other': '{count} erthygl',
    };
    const t = translator('cy', { cy });
    expect([0, 2, 8].map((count) => t('category.count', { count }))).toEqual([
      '0 erthyglau',
      'dwy erthygl',
      '8 erthygl',
    ]);
    expect(t('category.count', { count: 1 })).toBe('1 article');
    expect(t('nav.az')).toBe('All articles');
  });
});
