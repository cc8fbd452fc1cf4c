import { describe, expect, it } from 'vitest';
import { byInitial, firstLetter, initialOf, withoutOpening } from '../../../src/i18n/initials.ts';

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

  it('is that of bopomofo in traditional Chinese', () => {
    const titles = ['重設密碼', '電池', '退款', '安裝', '我的', '如何', '解鎖', '取消', '配送', '遺失'];
    for (const locale of ['zh-tw', 'zh-hk', 'zh-hant'])
      expect(titles.map((title) => initialOf(title, locale)).join('')).toBe('ㄓㄉㄊㄢㄨㄖㄐㄑㄆㄧ');
  });

  it('is the row of the kana table in Japanese, and one heading for signs that are read in several ways', () => {
    const titles = ['アプリ', 'ぱすわーど', 'ガイド', 'っ', 'ヴォイス', 'ｶﾞｲﾄﾞ', 'わ', '返金', '領収書', 'PayPay'];
    expect(titles.map((title) => initialOf(title, 'ja'))).toEqual([
      'あ',
      'は',
      'か',
      'た',
      'あ',
      'か',
      'わ',
      '漢字',
      '漢字',
      'P',
    ]);
    expect(initialOf('アプリ', 'en')).toBe('あ');
  });

  it('is the plain initial consonant in Korean', () => {
    const letters = ['배터리', '쓰기', '환불', '비밀번호', '까다로운', '앱'].map((title) => initialOf(title, 'ko'));
    expect(letters).toEqual(['ㅂ', 'ㅅ', 'ㅎ', 'ㅂ', 'ㄱ', 'ㅇ']);
  });
});

describe('the part of a title that says what it is about', () => {
  const small = new Set(['how', 'do', 'i', 'what', 'is', 'the', 'it', 'on', 'cómo']);
  const about = (title: string, locale = 'en') =>
    withoutOpening(title, (word) => small.has(word.toLowerCase()), locale);

  it('begins behind small words and signs', () => {
    expect(about('How do I cancel a ride?')).toBe('cancel a ride?');
    expect(about('“What is the zone” means')).toBe('zone” means');
    expect(about('¿Cómo pago?', 'es')).toBe('pago?');
    expect(about('On-board computer')).toBe('On-board computer');
  });

  it('begins with a name in capitals', () => {
    expect(about('How is IT reached?')).toBe('IT reached?');
  });

  it('is the whole title where all of it is small words', () => {
    expect(about('What is it?')).toBe('What is it?');
    expect(about('…')).toBe('…');
    expect(about('为什么？', 'zh-cn')).toBe('为什么？');
  });

  it('begins behind the question in Chinese, Japanese and Korean', () => {
    const titles = ['如何退款', '怎么开锁？', '为什么扣款失败', '什么是“试骑”？', '我的车被偷了'];
    expect(titles.map((title) => about(title, 'zh-cn'))).toEqual(['退款', '开锁？', '扣款失败', '试骑”？', '车被偷了']);
    expect(about('如何退款', 'zh-TW')).toBe('退款');
    expect(about('どうすれば返金できますか', 'ja')).toBe('返金できますか');
    expect(about('어떻게 환불하나요?', 'ko')).toBe('환불하나요?');
    expect(about('내비게이션 켜기', 'ko')).toBe('내비게이션 켜기');
  });
});

describe('a list by letters', () => {
  const letters = (titles: string[], locale: string) =>
    byInitial(titles, (title) => title, locale).map(([letter]) => letter);

  it('has its letters in the order of the language and signs last', () => {
    expect(letters(['2 keys', 'zebra', 'Apple', 'bike'], 'en')).toEqual(['A', 'B', 'Z', '#']);
    expect(letters(['환불', 'App', '가입', '24시간'], 'ko')).toEqual(['ㄱ', 'ㅎ', 'A', '#']);
  });

  it('has the letters of bopomofo and of kana in their order', () => {
    expect(letters(['安裝', '電池', 'App', '配送', '3G'], 'zh-tw')).toEqual(['ㄆ', 'ㄉ', 'ㄢ', 'A', '#']);
    expect(letters(['返金', 'わ', 'PIN', 'アプリ', 'かぎ'], 'ja')).toEqual(['P', 'あ', 'か', 'わ', '漢字']);
  });

  it('puts Chinese and Latin titles of one letter together', () => {
    expect(byInitial(['电池', 'Day 套餐'], (title) => title, 'zh-cn')).toEqual([['D', ['电池', 'Day 套餐']]]);
  });
});

describe('the letter that stands for a name', () => {
  it('is its first letter or digit in capitals, with its accent, whole in every script', () => {
    expect(firstLetter('“écran” noir', 'fr')).toBe('É');
    expect(firstLetter('🚲 bikes', 'en')).toBe('B');
    expect(firstLetter('ßa', 'de')).toBe('ß');
    expect(firstLetter('izmir', 'tr')).toBe('İ');
    expect(firstLetter('환불', 'ko')).toBe('환');
    expect(firstLetter('退款', 'zh-cn')).toBe('退');
    expect(firstLetter('क्षमा', 'hi')).toBe('क्ष');
  });

  it('is the first sign of a name without letters', () => {
    expect(firstLetter('🚲', 'en')).toBe('🚲');
    expect(firstLetter('', 'en')).toBe('');
  });
});
