import { expect, it } from 'vitest';
import { codesIn, codesOfTitle } from '../../../../../src/search/core/text/codes.ts';
import { loadLanguage } from '../../../../../src/search/core/text/language.ts';

const english = await loadLanguage('en');

it.each([
  ['E-1042 Motor temperature high', ['1042', 'e1042']],
  ['Bluetooth pairing failed: BT-07', ['07', 'bt07']],
  ['Errors when uploading (exit status 74)', ['74', 'status74']],
  ['Payment declined (code 05, 14)', ['05', 'code05', '14']],
  ['ASEC-21-001 – Vulnerabilities', ['001', '21001', 'asec21001']],
  ['ASEC-24-001 Vulnerabilities of a library', ['001', '24001', 'asec24001']],
  ['E-1042电机温度过高', ['1042', 'e1042']],
])('%s is named by its code', (title, codes) => {
  expect([...codesOfTitle(title, english)].sort()).toEqual(codes.sort());
});

it.each([
  'Show video on HDMI with MKR 4000 Vidor',
  'My 12 month code is not working',
  'Why does the pin have 5V?',
  'Enable autocomplete in IDE 2',
  'Pay with a card',
])('%s has no code that names it', (title) => {
  expect([...codesOfTitle(title, english)]).toEqual([]);
});

it('a code belongs to the letters before it, however they are parted, and a number to itself after a word', () => {
  const [spaced, glued, word] = ['my E 2010', 'e2010', 'an error 2010'].map((text) => codesIn(text, english)[0]!);
  expect(spaced).toEqual({ number: '2010', joined: ['e2010'], prefixed: true, start: 3, end: 9 });
  expect(glued).toEqual({ number: 'e2010', joined: [], prefixed: false, start: 0, end: 5 });
  expect(word).toEqual({ number: '2010', joined: ['error2010'], prefixed: false, start: 9, end: 13 });
});
