import { describe, expect, test } from 'vitest';
import { zendeskInsertion, zendeskMessage } from '../../../../src/agents/hosts/zendesk.ts';

const CUSTOMER = {
  attachments: [],
  author: { id: 7, name: 'Ada', role: 'end-user', avatar: '' },
  channel: { name: 'email' },
  message: { content: 'How long does a refund take?', contentType: 'text/plain' },
  timestamp: '2026-11-26T10:00:00Z',
};
const LATER = '2026-11-26T11:00:00Z';
const plain = (html: string) => `plain ${html}`;
const message = (values: Record<string, unknown>) => zendeskMessage(values, plain);

describe('what a customer wrote on a ticket', () => {
  test('is the last public message of the customer, with language and ticket', () => {
    const values = {
      'ticket.id': 35,
      'ticket.description': 'Older',
      'ticket.requester.locale': 'zh-CN',
      'ticket.conversation': [
        { ...CUSTOMER, message: { content: 'Hello' }, timestamp: '2026-11-25T10:00:00Z' },
        CUSTOMER,
      ],
    };
    expect(message(values)).toEqual({ text: 'How long does a refund take?', locale: 'zh-CN', conversation: '35' });
  });

  test.each([
    ['an agent’s comment', { author: { id: 1, role: 'admin' } }],
    ['an internal note', { channel: { name: 'internal' } }],
    ['attachments alone', { message: { content: '', contentType: 'text/plain' } }],
    ['something without an author', { author: undefined }],
  ])('is not %s', (_, more) => {
    const entry = { ...CUSTOMER, message: { content: 'No', contentType: 'text/plain' }, timestamp: LATER, ...more };
    expect(message({ 'ticket.conversation': [CUSTOMER, entry], 'ticket.requester.id': 7 }).text).toBe(
      'How long does a refund take?',
    );
  });

  test('may be that of an agent who asks for help', () => {
    const entry = { ...CUSTOMER, author: { id: 9, role: 'agent' } };
    expect(message({ 'ticket.conversation': [entry], 'ticket.requester.id': 9 }).text).toBe(CUSTOMER.message.content);
  });

  test('goes by the time, whichever way the conversation is sorted', () => {
    const newer = { ...CUSTOMER, message: { content: 'Newer' }, timestamp: LATER };
    expect(message({ 'ticket.conversation': [newer, CUSTOMER] }).text).toBe('Newer');
  });

  test('is the description without a conversation, and the subject on a ticket that is only begun', () => {
    expect(message({ 'ticket.description': 'It beeps', 'ticket.subject': 'Bike' }).text).toBe('It beeps');
    expect(message({ 'ticket.description': '', 'ticket.subject': 'Bike' }).text).toBe('Bike');
    expect(message({})).toEqual({ text: '' });
  });

  test('is made text where it is HTML, and left where it only has a < in it', () => {
    const html = { ...CUSTOMER, message: { content: '<p>Hello</p>', contentType: 'text/html' } };
    expect(message({ 'ticket.conversation': [html] }).text).toBe('plain <p>Hello</p>');
    expect(message({ 'ticket.description': 'It beeps<br>twice' }).text).toBe('plain It beeps<br>twice');
    expect(message({ 'ticket.description': 'It says battery < 5 %' }).text).toBe('It says battery < 5 %');
  });

  test('may be wrong in every part', () => {
    for (const conversation of [5, 'x', {}, [null, 3, { author: 1, message: [] }], [{ author: CUSTOMER.author }]])
      expect(message({ 'ticket.conversation': conversation, 'ticket.id': {}, 'ticket.requester.locale': 4 })).toEqual({
        text: '',
      });
    expect(message({ 'ticket.description': 'a'.repeat(5_000_001) }).text).toBe('');
  });
});

test('rich text goes into a reply that takes it, plain text into any other', () => {
  const rich = { text: 'Refunds', html: '<a href="https://help.example.com/a/refunds/">Refunds</a>' };
  const list = { text: '- Refunds', html: '<ul><li>Refunds</li></ul>' };
  const html = 'ticket.comment.appendHtml';
  expect(zendeskInsertion(rich, { richText: true, written: '' })).toEqual([html, `<p>${rich.html}</p>`]);
  expect(zendeskInsertion(list, { richText: undefined, written: '<p>Hello</p>' })).toEqual([html, list.html]);
  const plain = 'ticket.comment.appendText';
  expect(zendeskInsertion(rich, { richText: false, written: '' })).toEqual([plain, 'Refunds']);
  expect(zendeskInsertion({ text: 'Refunds' }, { richText: true, written: '<p></p>' })).toEqual([plain, 'Refunds']);
  expect(zendeskInsertion({ text: 'Refunds' }, { richText: true, written: '<p>Hello</p>' })).toEqual([
    plain,
    '\nRefunds',
  ]);
});
