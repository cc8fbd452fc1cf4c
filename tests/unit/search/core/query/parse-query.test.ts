import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../../src/search/core/parameters.ts';
import { parseQuery } from '../../../../../src/search/core/query/parse-query.ts';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';

const english = await loadLanguage('en');

describe('taking a query apart', () => {
  const parse = (text: string, options = {}) => parseQuery(text, english, options);

  it('counts repeated words', () => {
    expect(parse('refund, refunds and a refund').words).toMatchObject([
      { terms: ['refund'], count: 3, start: 0, end: 6 },
    ]);
  });

  it('takes the last word for unfinished only where it may be, and only at the very end', () => {
    const partial = (text: string, lastWordPartial = true) =>
      parse(text, { lastWordPartial }).words.map((one) => one.partial);
    expect(partial('my ref')).toEqual([true]);
    expect(partial('my ref', false)).toEqual([false]);
    expect(partial('refund order')).toEqual([false, true]);
    expect(partial('refund ')).toEqual([false]);
    expect(partial('refund?')).toEqual([false]);
  });

  it.each(['"port is busy"', '“port is busy”', '„port is busy“', '«port is busy»', '「port is busy」'])(
    'finds the phrase in %s',
    (text) => {
      expect(parse(`why ${text} shown`).phrases).toEqual(['port is busy']);
    },
  );

  it('takes no phrase from a lone quotation mark or from one of no words', () => {
    expect(parse('24" screen').phrases).toEqual([]);
    expect(parse('"?!" and "" and "the"').phrases).toEqual([]);
  });

  it('keeps stop words where there is nothing else', () => {
    expect(parse('What is it about').words.map(({ terms, titleOnly }) => [terms[0], titleOnly])).toEqual([
      ['what', true],
      ['is', true],
      ['it', true],
      ['about', true],
    ]);
  });

  it('bounds the words of a very long text', () => {
    expect(parse(Array.from({ length: 4000 }, (_, number) => `w${number}`).join(' ')).words.length).toBeLessThanOrEqual(
      120,
    );
  });

  it('takes no word for unfinished unless asked to', () => {
    expect(parse('my ref').words.map(({ partial }) => partial)).toEqual([false]);
    expect(parse('7 refunds').words.map(({ partial }) => partial)).toEqual([false, false]);
  });

  it('takes what ends in a sign or in a character for finished', () => {
    const partial = (text: string) => parse(text, { lastWordPartial: true }).words.some((one) => one.partial);
    expect(partial('learn c++')).toBe(false);
    expect(partial('申请退款')).toBe(false);
    expect(partial('E-1042')).toBe(true);
  });

  it('takes a word that was said before for unfinished where it is said again at the end', () => {
    const partial = (text: string) => parse(text, { lastWordPartial: true }).words.map((one) => one.partial);
    expect(partial('refund order refund')).toEqual([true, false]);
    expect(partial('refund refund order')).toEqual([false, true]);
  });

  it('takes the two stems of an accented word for forms of one word, of a part of a compound too', () => {
    expect(parse('send résumés').words.map(({ terms }) => terms)).toEqual([['send'], ['resum', 'resume']]);
    expect(parse('e-résumés').words.map(({ terms, kind }) => [kind, terms])).toEqual([
      ['whole', ['eresum']],
      ['part', ['resum', 'resume']],
    ]);
  });

  it('takes the beginnings of a version for words of their own', () => {
    expect(parse('4.1.2').words.map(({ terms, kind }) => [kind, ...terms])).toEqual([
      ['whole', '4.1.2'],
      ['whole', '4.1'],
      ['part', '4'],
    ]);
  });

  it('takes a phrase without the space around it, and leaves out one of stop words', () => {
    expect(parse('" port is busy " shown').phrases).toEqual(['port is busy']);
    expect(parse('『port is busy』 shown').phrases).toEqual(['port is busy']);
    expect(parse('refund "the" order').phrases).toEqual([]);
    expect(parse('"first port" or “second port”').phrases).toEqual(['first port', 'second port']);
  });

  describe('of nothing but stop words', () => {
    it('takes the last word for unfinished where it may be', () => {
      const partial = (text: string, lastWordPartial: boolean) =>
        parse(text, { lastWordPartial }).words.map((one) => one.partial);
      expect(partial('what about', true)).toEqual([false, true]);
      expect(partial('what about', false)).toEqual([false, false]);
    });

    it('takes whole words only, as many as of any query', () => {
      expect(parse("what don't").words.map(({ terms }) => terms)).toEqual([['what']]);
      expect(parse('what '.repeat(200)).words).toHaveLength(LIMITS.words);
    });

    it('tells where each stands', () => {
      expect(parse('About us').words).toEqual([
        { terms: ['about'], kind: 'word', count: 1, start: 0, end: 5, partial: false, titleOnly: true },
        { terms: ['us'], kind: 'word', count: 1, start: 6, end: 8, partial: false, titleOnly: true },
      ]);
    });
  });
});
