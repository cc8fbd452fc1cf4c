import { expect, test } from 'vitest';
import { askedInsertion, toldInsertion, toldMessage } from '../../../../src/agents/hosts/panel.ts';

test('a message carries the text, the customer’s language and the conversation', () => {
  const told = { signpost: 'message', text: ' 환불은 언제 되나요?\r\n', locale: 'zh_CN', conversation: 35 };
  expect(toldMessage(told)).toEqual({ text: '환불은 언제 되나요?', locale: 'zh-CN', conversation: '35' });
});

test('what does not fit is left out of it', () => {
  const told = { signpost: 'message', text: 'x', locale: '"><b>', conversation: 'c'.repeat(101), html: '<b>' };
  expect(toldMessage(told)).toEqual({ text: 'x' });
});

test.each([
  [null],
  ['message'],
  [{ signpost: 'ready', text: 'x' }],
  [{ signpost: 'message' }],
  [{ signpost: 'message', text: { length: 3 } }],
  [{ signpost: 'message', text: 'a'.repeat(5_000_001) }],
])('anything else is no message', (data) => {
  expect(toldMessage(data)).toBeUndefined();
});

test('an insertion has a number, a text and perhaps rich text', () => {
  const asked = {
    signpost: 'insert',
    id: 1,
    text: 'Refunds',
    html: '<a href="https://help.example.com/a/refunds/">R</a>',
  };
  expect(askedInsertion({ ...asked, more: 1 })).toEqual(asked);
  expect(askedInsertion({ signpost: 'insert', id: 2, text: 'Refunds', html: 5 })).toEqual({
    signpost: 'insert',
    id: 2,
    text: 'Refunds',
  });
});

test.each([
  [{ signpost: 'insert', text: 'x' }],
  [{ signpost: 'insert', id: 1 }],
  [{ signpost: 'insert', id: '1', text: 'x' }],
  [{ signpost: 'insert', id: 1, text: 'a'.repeat(200_001) }],
  [{ signpost: 'insert', id: 1, text: 'x', html: 'a'.repeat(200_001) }],
  [{ signpost: 'message', id: 1, text: 'x' }],
])('anything else is no insertion', (data) => {
  expect(askedInsertion(data)).toBeUndefined();
});

test('an insertion is done when it is said to be', () => {
  expect(toldInsertion({ signpost: 'inserted', id: 4, done: true })).toMatchObject({ id: 4, done: true });
  expect(toldInsertion({ signpost: 'inserted', id: 4, done: 'yes' })).toMatchObject({ id: 4, done: false });
  expect(toldInsertion({ signpost: 'inserted', done: true })).toBeUndefined();
});
