import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathKeywords } from '../../../src/site/path-keywords.ts';
import { anyCharacter } from '../../support/any-character.ts';

const locales = ['en', 'zh-cn', 'ko'];

describe('the keywords of the address of a missing page', () => {
  it('come without the base path, the locale and the file’s ending', () => {
    expect(pathKeywords('/help/en/billing/get-a-refund.html', '/help/', locales)).toEqual({
      locale: 'en',
      keywords: 'billing get a refund',
    });
  });

  it('leave out the numbers and folders of an old help center', () => {
    expect(pathKeywords('/hc/en-us/articles/360013896579-Reset-your-password', '/', locales)).toEqual({
      locale: undefined,
      keywords: 'Reset your password',
    });
  });

  it('are read from encoded Korean and survive broken encoding', () => {
    expect(pathKeywords(`/ko/${encodeURIComponent('환불-방법')}/`, '/', locales)).toEqual({
      locale: 'ko',
      keywords: '환불 방법',
    });
    expect(pathKeywords('/en/%E0%A4%A/refund', '/', locales).keywords).toContain('refund');
  });

  it('are at most twelve, each once', () => {
    expect(pathKeywords(`/${'a-b-c-d-e-f-g-h-i-j-k-l-m-n-a-b'}`, '/', locales).keywords.split(' ')).toHaveLength(12);
  });

  it('hold letters, digits and spaces only, whatever the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (path) => {
        expect(pathKeywords(`/${path}`, '/', locales).keywords).toMatch(/^[\p{L}\p{N} ]*$/u);
      }),
    );
  });
});
