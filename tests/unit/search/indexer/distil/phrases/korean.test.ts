import { describe, expect, it } from 'vitest';
import { chooseParticles, nounsOf, verbForms } from '../../../../../../src/search/indexer/distil/phrases/korean.ts';

describe('chooseParticles', () => {
  it.each([
    ['주문을/를 취소', '주문을 취소'],
    ['카드을/를 등록', '카드를 등록'],
    ['배터리이/가 방전', '배터리가 방전'],
    ['환불은/는 언제', '환불은 언제'],
    ['카드과/와 계좌', '카드와 계좌'],
    ['통장으로/로', '통장으로'],
    ['카드으로/로', '카드로'],
    ['메일으로/로', '메일로'],
    ['쿠폰이나/나 카드', '쿠폰이나 카드'],
    ['PDF을/를 PIN을/를 QR을/를 TV을/를', 'PDF를 PIN을 QR을 TV를'],
    ['코드 51을/를, 코드 52을/를', '코드 51을, 코드 52를'],
    ['주문 #을/를 취소', '주문 #을 취소'],
    ['‘열기’을/를 누르면', '‘열기’를 누르면'],
  ])('makes of %s: %s', (text, chosen) => {
    expect(chooseParticles(text)).toBe(chosen);
  });
});

describe('verbForms', () => {
  it.each([
    [
      '취소하',
      [
        '{}을/를 취소하',
        '{}을/를 취소하는',
        '{}을/를 취소할',
        '{}을/를 취소하려',
        '{}을/를 취소해',
        '{}을/를 취소했',
        '{} 취소',
      ],
    ],
    [
      '바꾸 바꿔',
      ['{}을/를 바꾸', '{}을/를 바꾸는', '{}을/를 바꿀', '{}을/를 바꾸려', '{}을/를 바꿔', '{}을/를 바꿨', '{} 바꾸기'],
    ],
    [
      '받 받아',
      ['{}을/를 받', '{}을/를 받는', '{}을/를 받을', '{}을/를 받으려', '{}을/를 받아', '{}을/를 받았', '{} 받기'],
    ],
    [
      '열 열어',
      ['{}을/를 열', '{}을/를 여는', '{}을/를 열', '{}을/를 열려', '{}을/를 열어', '{}을/를 열었', '{} 열기'],
    ],
    [
      '다시 보내 보내',
      [
        '{}을/를 다시 보내',
        '{}을/를 다시 보내는',
        '{}을/를 다시 보낼',
        '{}을/를 다시 보내려',
        '{}을/를 다시 보내',
        '{}을/를 다시 보냈',
        '{} 다시 보내기',
      ],
    ],
    [
      '~에 로그인하',
      [
        '{}에 로그인하',
        '{}에 로그인하는',
        '{}에 로그인할',
        '{}에 로그인하려',
        '{}에 로그인해',
        '{}에 로그인했',
        '{} 로그인',
      ],
    ],
  ])('gives the forms of %s', (verb, forms) => {
    expect(Object.values(verbForms(verb, true))).toEqual(forms);
  });

  it('leaves the particle away where people do', () => {
    expect(verbForms('취소하', false)).toMatchObject({ 하: '{} 취소하', 하기: '{} 취소' });
  });
});

describe('nounsOf', () => {
  it('gives a clause’s nouns without particles, and nothing for verbs', () => {
    expect(nounsOf('앱에서 배터리를 충전기에 연결하면 표시등이 켜집니다')).toEqual([
      '앱에서',
      '배터리',
      '충전기',
      '',
      '표시등',
      '',
    ]);
  });
});
