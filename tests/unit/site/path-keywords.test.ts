import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostWords } from '../../../src/site/path-keywords.ts';

const locales = ['en', 'zh-cn', 'ko'];

describe('the words of a lost address', () => {
  it('come without the base path, the locale and the file’s ending', () => {
    expect(lostWords('/help/en/billing/get-a-refund.html', '/help/', locales)).toEqual({ locale: 'en', words: 'billing get a refund' });
  });

  it('leave out the numbers and folders of an old help center', () => {
    expect(lostWords('/hc/en-us/articles/360013896579-Reset-your-password', '/', locales)).toEqual({ locale: undefined, words: 'Reset your password' });
  });

  it('are read from encoded Korean and survive broken encoding', () => {
    expect(lostWords(`/ko/${encodeURIComponent('환불-방법')}/`, '/', locales)).toEqual({ locale: 'ko', words: '환불 방법' });
    expect(lostWords('/en/%E0%A4%A/refund', '/', locales).words).toContain('refund');
  });

  it('are at most twelve, each once', () => {
    expect(lostWords(`/${'a-b-c-d-e-f-g-h-i-j-k-l-m-n-a-b'}`, '/', locales).words.split(' ')).toHaveLength(12);
  });

  it('hold letters, digits and spaces only, whatever the address', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => {
      expect(lostWords(`/${path}`, '/', locales).words).toMatch(/^[\p{L}\p{N} ]*$/u);
    }));
  });
});
