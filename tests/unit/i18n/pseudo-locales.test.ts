import { describe, expect, it } from 'vitest';
import { stringGaps } from '../../../src/i18n/string-gaps.ts';
import { translator } from '../../../src/i18n/translator.ts';

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
