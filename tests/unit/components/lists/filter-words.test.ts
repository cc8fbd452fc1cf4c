import { describe, expect, it } from 'vitest';
import { filterable, wordsFilter } from '../../../../src/components/lists/filter-words.ts';

const kept = (typed: string, titles: string[]) => {
  const matches = wordsFilter(typed);
  return titles.filter((title) => matches(filterable(title)));
};

describe('a filter of a list', () => {
  it('keeps what holds all words, or parts of them, in any order', () => {
    const titles = ['Refund a payment', 'Payments', 'Pay later'];
    expect(kept('pay ref', titles)).toEqual(['Refund a payment']);
    expect(kept('payment', titles)).toEqual(['Refund a payment', 'Payments']);
    expect(kept('  ', titles)).toEqual(titles);
    expect(kept('pays', titles)).toEqual([]);
  });

  it('knows neither case nor accents nor width', () => {
    expect(kept('ECRAN', ['Écran noir'])).toEqual(['Écran noir']);
    expect(kept('écran', ['ecran'])).toEqual(['ecran']);
    expect(kept('ｂｔ－07', ['蓝牙配对失败：BT-07'])).toEqual(['蓝牙配对失败：BT-07']);
  });

  it('finds Chinese by any of its characters', () => {
    expect(kept('付款', ['付款被拒', '退款', '可以用哪些付款方式？'])).toEqual(['付款被拒', '可以用哪些付款方式？']);
  });

  it.each(['ㅎ', '호', '화', '환', '환ㅂ', '환부', '환불', 'ㅎㅂ'])(
    'finds 환불 while it is being typed: %s',
    (typed) => {
      expect(kept(typed, ['환불은 얼마나 걸리나요?', '앱'])).toEqual(['환불은 얼마나 걸리나요?']);
    },
  );

  it('takes a final consonant for the first of the next syllable, as keyboards do', () => {
    expect(kept('각', ['가격'])).toEqual(['가격']);
    expect(kept('앉', ['안장'])).toEqual(['안장']);
    expect(kept('ㄱㅅ', ['값', '검색'])).toEqual(['검색']);
  });
});
