import { describe, expect, it } from 'vitest';
import { questionOf } from '../../../src/agents/customer-message.ts';

describe('what of a message is searched for', () => {
  it('leaves out the mail it replies to and the signature', () => {
    const mail = 'My bike beeps.\r\nWhat now?\r\n> On Monday you wrote\r\n> refund\r\n-- \r\nAda, 12 Refund Road';
    expect(questionOf(mail)).toBe('My bike beeps.\nWhat now?');
  });

  it('takes a message that is nothing but a quotation as it is', () => {
    expect(questionOf('> My bike beeps.')).toBe('> My bike beeps.');
  });

  it('keeps a line of dashes that begins the message', () => {
    expect(questionOf('--\nMy bike beeps.')).toBe('--\nMy bike beeps.');
  });

  it('is never longer than 1500 characters', () => {
    expect(questionOf('beep '.repeat(1000))).toHaveLength(1499);
  });
});
