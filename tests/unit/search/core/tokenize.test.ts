import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src/search/core/text/fold.ts';
import { loadLanguage } from '../../../../src/search/core/text/language.ts';
import { tokenize } from '../../../../src/search/core/text/tokenize.ts';
import { anyCharacter } from '../../../support/any-character.ts';

const english = await loadLanguage('en');
const terms = (text: string, language = english) => tokenize(text, language).map((token) => token.term);

describe('the tokenizer', () => {
  it('gives English words by their stem, without stop words', () => {
    expect(terms('How do I get refunds for the cancelled orders?')).toEqual(['get', 'refund', 'cancel', 'order']);
  });

  it('gives plural and verb forms the same term', () => {
    for (const [one, other] of [
      ['refund', 'refunds'],
      ['cancel', 'cancelling'],
      ['charged', 'charges'],
      ['install', 'installed'],
    ] as const) {
      expect(terms(one)).toEqual(terms(other));
    }
  });

  it('leaves out contractions with and without their apostrophe', () => {
    expect(terms("I don't and can’t, dont cant")).toEqual([]);
  });

  it('folds accents, letters with strokes, full-width forms and case', () => {
    expect(terms('Zürich ZURICH Zu\u0308rich')).toEqual(['zurich', 'zurich', 'zurich']);
    expect(fold('Łódź Straße Ｅ－１０４２')).toBe('lodz strasse e-1042');
  });

  it('keeps letters apart that differ by more than an accent', () => {
    expect(fold('й')).not.toBe(fold('и'));
    expect(fold('が')).not.toBe(fold('か'));
    expect(fold('한국')).toBe('한국');
  });

  it('keeps an error code whole and in parts, however it is written', () => {
    expect(terms('E-1042')).toEqual(['e1042', '1042']);
    expect(terms('BT-07')).toEqual(['bt07', 'bt', '07']);
    for (const written of ['e-1042', 'E1042', 'E_1042', 'Ｅ‑1042']) expect(terms(written)).toContain('e1042');
  });

  it('keeps a hyphenated name whole and in parts', () => {
    expect(terms('port-is-grayed')).toEqual(['portisgrai', 'port', 'grai']);
  });

  it('finds a version by its whole and by its line', () => {
    expect(terms('4.1.1.2')).toEqual(['4.1.1.2', '4.1.1', '4.1', '4']);
    expect(terms('v4.1')).toEqual(['4.1', '4']);
  });

  it('drops possessive endings and elided articles', async () => {
    expect(terms('the customer’s card')).toEqual(['custom', 'card']);
    expect(terms("l'adresse", await loadLanguage('fr'))).toEqual(['adress']);
  });

  it('cuts Chinese, Japanese and Korean into characters and pairs, mixed with words of other scripts', async () => {
    expect(terms('iPhone退款单', await loadLanguage('zh-cn'))).toEqual(['iphone', '退', '退款', '款', '款单', '单']);
    expect(terms('환불 요청', await loadLanguage('ko'))).toEqual(['환', '환불', '불', '불요', '요', '요청', '청']);
    expect(terms('ポート', await loadLanguage('ja'))).toEqual(['ポ', 'ポー', 'ー', 'ート', 'ト']);
  });

  it('knows accented words of other languages by both stems', async () => {
    const french = await loadLanguage('fr');
    const written = new Set(terms('résiliée', french));
    expect(terms('resiliee', french).some((term) => written.has(term))).toBe(true);
  });

  it('searches a language without a stemmer by whole words', async () => {
    expect(terms('Gàidhlig facail', await loadLanguage('gd'))).toEqual(['gaidhlig', 'facail']);
  });

  it('gives nothing for text without letters or digits', () => {
    expect(terms(' — … !? \u0301 👍')).toEqual([]);
  });
});

describe('the tokenizer, on any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: fc.constantFrom(..."aZé1-._'’+# 退한がกё\u0301") }),
  );

  it('folds to a form that folding does not change', () => {
    fc.assert(fc.property(text, (value) => void expect(fold(fold(value))).toBe(fold(value))));
  });

  it('places every term inside the text, in order of its beginning', () => {
    fc.assert(
      fc.property(text, (value) => {
        let before = 0;
        for (const token of tokenize(value, english)) {
          expect(token.term).not.toBe('');
          expect(token.start).toBeLessThan(token.end);
          expect(token.end).toBeLessThanOrEqual(value.length);
          if (token.kind === 'word') expect(token.start).toBeGreaterThanOrEqual(before);
          before = Math.max(before, token.start);
        }
      }),
    );
  });

  it('gives the same terms whatever the case and the composition of letters', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcxyzéüñ ') });
    fc.assert(
      fc.property(letters, (value) => void expect(terms(value.toUpperCase().normalize('NFD'))).toEqual(terms(value))),
    );
  });

  it('finds every part of a Chinese or Korean title by its characters', () => {
    const title = fc.string({ unit: fc.constantFrom(...'退款订单환불요청 '), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(title, fc.nat(), fc.nat(), (value, from, length) => {
        const indexed = new Set(terms(value));
        const part = value.slice(from % value.length, (from % value.length) + 1 + (length % 5));
        for (const term of terms(part)) expect(indexed).toContain(term);
      }),
    );
  });

  it('stays quick on hostile input', () => {
    expect(terms('-'.repeat(50_000) + 'a'.repeat(50_000))).toHaveLength(1);
    expect(terms('a-'.repeat(20_000)).length).toBeLessThan(50);
  });
});
