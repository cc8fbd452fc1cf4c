import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../../src/search/core/text/fold.ts';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';
import { alignedPlainText, plainText } from '../../../../../src/search/core/text/plain-text.ts';
import { tokenize } from '../../../../../src/search/core/text/tokenize.ts';
import { anyCharacter } from '../../../../support/any-character.ts';

const INVISIBLE = '\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\ufe0f\ufeff';

/** What a token's range covers. */
async function written(text: string, locale: string): Promise<[string, string][]> {
  return tokenize(text, await loadLanguage(locale)).map(({ term, start, end }) => [term, text.slice(start, end)]);
}

describe('the form in which texts are compared', () => {
  it.each([
    ['invisible characters', 're\u00adset in\u200bvoice \ufeffnow', 'reset invoice now'],
    ['the half-space of Persian, which joins', 'می\u200cخواهم', 'میخواهم'],
    ['Korean as macOS writes it', '환불'.normalize('NFD'), '환불'],
    ['half-width katakana with their marks', 'ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['full-width letters and digits', 'Ｗｉ－Ｆｉ　４０４', 'Wi-Fi 404'],
    ['ligatures', 'ﬁle', 'file'],
    ['apostrophes of all kinds', "об’єкт обʼєкт об´єкт об‘єкт об'єкт", "об'єкт об'єкт об'єкт об'єкт об'єкт"],
    ['the point of Catalan', 'coŀlecció col•lecció', 'col·lecció col·lecció'],
    [
      'digits of Arabic, Persian, Devanagari, Bengali, Thai and Khmer',
      '٤٠٤ ۴۰۴ ४०४ ৪০৪ ๔๐๔ ៤០៤',
      '404 404 404 404 404 404',
    ],
  ])('unifies %s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('leaves out the sign of a trade mark, which is no part of the name', () => {
    expect(plainText('ACME™ app').trim()).toBe('ACME  app');
  });

  it('is the text itself where nothing is to be done, without a way back', () => {
    expect(alignedPlainText('Größe ändern')).toEqual({ text: 'Größe ändern' });
  });

  it('says where each of its letters stands', async () => {
    expect(await written('How to re\u00adset', 'en')).toEqual([['reset', 're\u00adset']]);
    expect(await written('ｶﾞ', 'ja')).toEqual([['ガ', 'ｶﾞ']]);
    expect(await written(`${'환불'.normalize('NFD')}!`, 'ko')).toEqual([
      ['환', '환'.normalize('NFD')],
      ['환불', '환불'.normalize('NFD')],
      ['불', '불'.normalize('NFD')],
    ]);
  });

  it.each([
    ['Arabic and Persian ya and kaf', 'کتابی', 'كتابي'],
    ['ta marbuta', 'كلمة', 'كلمه'],
    ['hamza, tatweel and vowel signs', 'إعـــدَاد', 'اعداد'],
    ['Turkish i', 'İPTAL ıptal', 'iptal iptal'],
  ])('folds %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('the form in which texts are compared, on any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: anyCharacter }),
    fc.string({ unit: fc.constantFrom(..."aZü1.-'’·ｶﾞ환ㅎㅏ٤ม\u0301", ...'한'.normalize('NFD'), ...INVISIBLE) }),
  );

  it('does not change again', () => {
    fc.assert(fc.property(text, (value) => void expect(plainText(plainText(value))).toBe(plainText(value))));
  });

  it('is the same piece by piece', () => {
    fc.assert(fc.property(text, (value) => void expect(alignedPlainText(value).text).toBe(plainText(value))));
  });

  it('has a way back that keeps the order and stays inside the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { text: plain, origin = { starts: [], ends: [] } } = alignedPlainText(value);
        if (origin.starts.length > 0) expect(origin.starts).toHaveLength(plain.length);
        origin.starts.forEach((start, unit) => {
          expect(start).toBeLessThan(origin.ends[unit]!);
          expect(start).toBeGreaterThanOrEqual(origin.starts[unit - 1] ?? 0);
          expect(origin.ends[unit]).toBeLessThanOrEqual(value.length);
        });
      }),
    );
  });
});
