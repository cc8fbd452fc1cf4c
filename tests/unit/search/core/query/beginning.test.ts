import { expect, it } from 'vitest';
import { beginningOf, endsInFirstLetters } from '../../../../../src/search/core/query/beginning.ts';

it('two letters are a beginning where words have many', () => {
  expect(['refund', 'по', 'ψωμί', 'r', 're', 'e1042', '환불', '退款', 'r환'].map(beginningOf)).toEqual([
    're',
    'по',
    'ψω',
    undefined,
    're',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('one letter says nothing yet, nor do two of a further word', () => {
  const saysNothing = ['r', ' r', 'my r', 'my re', 'о ре', 'Ré'.slice(0, 1)];
  const saysSomething = ['', 're', ' re', 'my ref', 'my ', 'e1', 'my 11', '환', '비밀번호 초', '退', 'my 退'];
  expect(saysNothing.filter((text) => !endsInFirstLetters(text))).toEqual([]);
  expect(saysSomething.filter(endsInFirstLetters)).toEqual([]);
});
