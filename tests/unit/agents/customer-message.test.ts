import { describe, expect, it } from 'vitest';
import { agentQuestion } from '../../../src/agents/customer-message.ts';

describe('what of a message is searched for', () => {
  it('leaves out the mail it replies to and the signature', () => {
    const mail = 'My bike beeps.\r\nWhat now?\r\n> On Monday you wrote\r\n> refund\r\n-- \r\nAda, 12 Refund Road';
    expect(agentQuestion(mail)).toBe('My bike beeps.\nWhat now?');
  });

  it('takes a message that is nothing but a quotation as it is', () => {
    expect(agentQuestion('> My bike beeps.')).toBe('> My bike beeps.');
  });

  it('keeps a line of dashes that begins the message', () => {
    expect(agentQuestion('--\nMy bike beeps.')).toBe('--\nMy bike beeps.');
  });

  it('is never longer than 1500 characters', () => {
    expect(agentQuestion('beep '.repeat(1000))).toHaveLength(1499);
  });
});
