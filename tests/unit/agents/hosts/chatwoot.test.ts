import { describe, expect, test } from 'vitest';
import { chatwootMessage, isChatwootContext } from '../../../../src/agents/hosts/chatwoot.ts';

const QUESTION = {
  id: 2182,
  content: 'How long does a refund take?',
  message_type: 0,
  content_type: 'text',
  private: false,
  created_at: 1795700000,
  conversation_id: 41,
  attachments: [],
  content_attributes: {},
  sender: { id: 7, name: 'Ada', type: 'contact' },
};
const REPLY = { ...QUESTION, id: 2183, content: 'Let me look.', message_type: 1, created_at: 1795700060 };

/** The context as Chatwoot posts it. */
function context(messages: unknown, id: unknown = 41): string {
  return JSON.stringify({
    event: 'appContext',
    data: {
      conversation: { id, channel: 'Channel::WebWidget', status: 'open', meta: { sender: { id: 7 } }, messages },
      contact: { id: 7, name: 'Ada', email: 'ada@example.com' },
      currentAgent: { id: 1, name: 'Grace', email: 'grace@example.com' },
    },
  });
}

describe('the context of Chatwoot', () => {
  test('gives what the customer wrote last, and the conversation', () => {
    const before = { ...QUESTION, content: 'Hello', created_at: 1795600000 };
    expect(chatwootMessage(context([before, QUESTION, REPLY]))).toEqual({
      text: 'How long does a refund take?',
      conversation: '41',
    });
  });

  test.each([
    ['an agent’s reply', REPLY],
    ['a private note', { ...QUESTION, private: true, content: 'He is angry' }],
    ['an activity', { ...QUESTION, message_type: 2, content: 'Grace self-assigned this conversation' }],
    ['a template', { ...QUESTION, message_type: 3, content: 'Give the team a way to reach you.' }],
    ['a picture without a word', { ...QUESTION, content: null, attachments: [{ id: 1, file_type: 'image' }] }],
    ['an empty message', { ...QUESTION, content: ' \n' }],
    [
      'a message taken back',
      { ...QUESTION, content: 'This message was deleted', content_attributes: { deleted: true } },
    ],
  ])('does not take %s for the customer’s words', (_, message) => {
    expect(chatwootMessage(context([QUESTION, { ...message, created_at: 1795700090 }]))?.text).toBe(QUESTION.content);
  });

  test('goes by the time of messages, since those before are fetched later', () => {
    expect(chatwootMessage(context([QUESTION, { ...QUESTION, content: 'Older', created_at: 1 }]))?.text).toBe(
      QUESTION.content,
    );
  });

  test('is an empty message where the customer has written nothing, so that another one’s answers go', () => {
    expect(chatwootMessage(context([REPLY], 42))).toEqual({ text: '', conversation: '42' });
    expect(chatwootMessage(context(undefined, 42))).toEqual({ text: '', conversation: '42' });
  });

  test.each([
    ['other events', JSON.stringify({ event: 'other', data: 'appContext' })],
    ['no JSON', '{"appContext"'],
    ['objects', { event: 'appContext', data: {} }],
    ['a list', '["appContext"]'],
    ['nothing', null],
  ])('is nothing else: %s', (_, data) => {
    expect(chatwootMessage(data)).toBeUndefined();
  });

  test.each([
    ['a number for messages', context(5)],
    ['numbers for a message', context([5, null, 'x'])],
    ['an object for the content', context([{ ...QUESTION, content: { toString: 'x' } }])],
    [
      'keys of the prototype',
      `{"event":"appContext","__proto__":{"data":1},"data":{"conversation":{"__proto__":{"messages":[{"content":"x"}]}}}}`,
    ],
  ])('may be wrong in every part: %s', (_, data) => {
    expect(chatwootMessage(data)?.text).toBe('');
  });

  test('is not read above five million characters, nor taken whole above twenty thousand', () => {
    expect(isChatwootContext(context([{ ...QUESTION, content: 'a'.repeat(5_000_000) }]))).toBe(false);
    const long = context([{ ...QUESTION, content: 'a'.repeat(4_000_000) }]);
    expect(chatwootMessage(long)?.text).toHaveLength(20_000);
  });

  test('keeps markup as the text that it is, without what shows nothing', () => {
    const content = '<img src=x onerror=alert(1)>\u202e\u0000\r\nline';
    expect(chatwootMessage(context([{ ...QUESTION, content }]))?.text).toBe('<img src=x onerror=alert(1)>\nline');
  });
});
