import { describe, expect, it } from 'vitest';
import { byInitial, initialOf } from '../../../src/i18n/initials.ts';

describe('the letter of a title', () => {
  it('is its first letter without accents or quotation marks', () => {
    expect(initialOf('Refunds', 'en')).toBe('R');
    expect(initialOf('“Écran noir”', 'fr')).toBe('E');
  });

  it('is # for digits and for titles without letters', () => {
    expect(initialOf('14-day trial', 'en')).toBe('#');
    expect(initialOf('…', 'en')).toBe('#');
  });

  it('is the pinyin letter in Chinese', () => {
    const letters = ['重置密码', '电池', '退款', '安装', '账单', '我的', '如何', '解锁', '取消', '配送'].map((title) =>
      initialOf(title, 'zh-cn'),
    );
    expect(letters).toEqual(['Z', 'D', 'T', 'A', 'Z', 'W', 'R', 'J', 'Q', 'P']);
  });

  it('is right for the first characters of every pinyin letter', () => {
    const firsts = { L: '拉领流路', M: '妈买密目', R: '然如若', S: '撒三随', T: '他太退', X: '西续选' };
    for (const [letter, characters] of Object.entries(firsts)) {
      expect([...characters].map((character) => initialOf(character, 'zh-cn'))).toEqual(
        [...characters].map(() => letter),
      );
    }
  });

  it('is the plain initial consonant in Korean', () => {
    const letters = ['배터리', '쓰기', '환불', '비밀번호', '까다로운', '앱'].map((title) => initialOf(title, 'ko'));
    expect(letters).toEqual(['ㅂ', 'ㅅ', 'ㅎ', 'ㅂ', 'ㄱ', 'ㅇ']);
  });
});

describe('a list by letters', () => {
  const letters = (titles: string[], locale: string) =>
    byInitial(titles, (title) => title, locale).map(([letter]) => letter);

  it('has its letters in the order of the language and signs last', () => {
    expect(letters(['2 keys', 'zebra', 'Apple', 'bike'], 'en')).toEqual(['A', 'B', 'Z', '#']);
    expect(letters(['환불', 'App', '가입', '24시간'], 'ko')).toEqual(['ㄱ', 'ㅎ', 'A', '#']);
  });

  it('puts Chinese and Latin titles of one letter together', () => {
    expect(byInitial(['电池', 'Day 套餐'], (title) => title, 'zh-cn')).toEqual([['D', ['电池', 'Day 套餐']]]);
  });
});
