import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';
import type { IndexedChoice } from '../../../../../src/search/core/variants/variants-column.ts';
import { namedValues, wantedValues } from '../../../../../src/search/core/variants/wanted.ts';
import { device, plan } from './device.ts';

const country: IndexedChoice = {
  name: 'country',
  label: 'Your country',
  values: [
    { name: 'us', label: 'United States', signs: '' },
    { name: 'gb', label: 'United Kingdom', signs: '' },
    { name: 'austria', label: 'Austria', signs: '' },
  ],
};
const version: IndexedChoice = {
  name: 'version',
  label: 'Your version',
  values: [
    { name: 'v2', label: 'Version 2', signs: '' },
    { name: 'v3', label: 'Version 3', signs: '' },
  ],
};

async function named(text: string, choices: IndexedChoice[] = [device, plan, country, version], locale = 'en') {
  return namedValues(text, choices, await loadLanguage(locale), locale);
}

/** The choice of a device with labels in another language. */
const labelled = (ios: string, android = 'Android'): IndexedChoice[] => [
  { ...device, values: device.values.map((value, place) => ({ ...value, label: [ios, android][place]! })) },
];

describe('the values that a question names', () => {
  it.each([
    ['how do I unlock on my iPhone', ['ios']],
    ['unlock with an ipad', ['ios']],
    ['does it run on iOS?', ['ios']],
    ['unlock on android phones', ['android']],
    ['move from my iPhone to Android', ['ios', 'android']],
    ['what does the pro plan cost', ['pro']],
    ['what does pro plus cost', ['pro-plus']],
    ['can I switch my plan', []],
    ['how do I contact us', []],
    ['shipping to the United States', ['us']],
    ['united we stand', []],
    ['returns in Austria', ['austria']],
    ['does version 3 export', ['v3']],
    ['I waited 3 days', []],
    ['', []],
  ])('of "%s" are %j', async (question, values) => {
    expect(await named(question)).toEqual(values);
  });

  it.each([
    ['ko', labelled('아이폰 및 아이패드', '안드로이드'), '아이폰에서 잠금을 어떻게 해제하나요', ['ios']],
    ['ko', labelled('아이폰·아이패드', '안드로이드'), '안드로이드폰 잠금 해제', ['android']],
    ['zh-cn', labelled('iPhone和iPad', '安卓'), '怎么用安卓手机开锁', ['android']],
    ['zh-cn', labelled('iPhone和iPad', '安卓'), '用iPhone怎么开锁', ['ios']],
    ['ja', labelled('iPhone、iPad', 'アンドロイド'), 'iPadで解錠するには', ['ios']],
    ['de', labelled('iPhone und iPad'), 'Wie entsperre ich mit dem iPad?', ['ios']],
    ['ar', labelled('آيفون وآيباد', 'أندرويد'), 'كيف أفتح من آيفون', ['ios']],
  ])('in %s are found by the parts of a label', async (locale, choices, question, values) => {
    expect(await named(question, choices, locale)).toEqual(values);
  });

  it('are found by words that the question was taken for', async () => {
    const english = await loadLanguage('en');
    expect(namedValues('unlock on my andriod', [device], english, 'en', ['android'])).toEqual(['android']);
  });
});

describe('what somebody wants', () => {
  const choices = [device, plan];

  it('is for each choice what the first list has of it', () => {
    const wanted = wantedValues(choices, [], ['ios'], ['android', 'pro']);
    expect(wanted).toEqual(
      new Map([
        ['device', new Set(['ios'])],
        ['plan', new Set(['pro'])],
      ]),
    );
  });

  it('is not known of a choice that no list has a value of, and names that no choice has say nothing', () => {
    expect(wantedValues(choices, ['palm'], [])).toEqual(new Map());
  });
});
