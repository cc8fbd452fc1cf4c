import { expect, test } from 'vitest';
import { typedQuery } from '../../../../src/components/search/typed-query.ts';

test('white space around and between words says nothing', () => {
  expect(typedQuery('  reset \u3000 password ', false)).toBe('reset password');
});

test('the Latin reading of Chinese characters is not searched before they are chosen', () => {
  expect(typedQuery("tui'kuan", true)).toBeUndefined();
  expect(typedQuery('退款', true)).toBe('退款');
});

test('Korean is searched syllable by syllable while it is composed', () => {
  expect(typedQuery('환불', true)).toBe('환불');
});

test('a Korean letter that is not yet a syllable waits', () => {
  expect(typedQuery('환불 ㅇ', true)).toBe('환불');
  expect(typedQuery('ㅎ', true)).toBe('');
});

test('Latin letters typed without an input method are searched at once', () => {
  expect(typedQuery('refund', false)).toBe('refund');
});
