import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../src/schemas/locale.ts';

describe('the writing direction of a locale', () => {
  it.each(['ar', 'ar-eg', 'he', 'fa', 'ur', 'yi', 'dv', 'ckb', 'ps', 'az-arab'])(
    'of %s is from right to left',
    (code) => {
      expect(directionOf({ code })).toBe('rtl');
    },
  );

  it.each(['en', 'cy', 'ja', 'az', 'tr', 'ur-latn', 'zh-tw'])('of %s is from left to right', (code) => {
    expect(directionOf({ code })).toBe('ltr');
  });

  it('is what the owner says', () => {
    expect(directionOf({ code: 'ar', dir: 'ltr' })).toBe('ltr');
    expect(directionOf({ code: 'en', dir: 'rtl' })).toBe('rtl');
  });
});
