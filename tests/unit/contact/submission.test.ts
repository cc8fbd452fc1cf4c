import { describe, expect, it, vi } from 'vitest';
import { EMPTY } from '../../../src/contact/draft.ts';
import { fingerprint, LIMITS } from '../../../src/contact/message.ts';
import {
  hasArrived,
  nextStep,
  recentTimes,
  type Submission,
  toMessage,
  waitBeforeNext,
} from '../../../src/contact/submission.ts';

const NOW = Date.UTC(2026, 5, 1);
const MINUTE = 60_000;
const context = { locale: 'en', history: 'Read:\n- Refunds', newKey: () => 'new' };
const draft = { ...EMPTY, body: 'My bike beeps.', email: ' ada@example.com ', phone: '+49 30 1234567' };

describe('a draft becomes a message', () => {
  it('with what the visitor read, a key of its own and the address trimmed', () => {
    expect(toMessage(draft, context)).toEqual({
      subject: '',
      body: 'My bike beeps.',
      email: 'ada@example.com',
      name: '',
      phone: '',
      history: 'Read:\n- Refunds',
      locale: 'en',
      key: 'new',
    });
  });

  it('with the history as the customer edited it, or without one', () => {
    expect(toMessage({ ...draft, history: 'Read nothing' }, context).history).toBe('Read nothing');
    expect(toMessage({ ...draft, history: 'Read nothing', attach: false }, context).history).toBe('');
  });

  it('with the telephone number only when a call is asked for', () => {
    expect(toMessage({ ...draft, callback: true }, context).phone).toBe('+49 30 1234567');
  });

  it('with the key that it was tried under before', () => {
    const newKey = vi.fn(() => 'new');
    expect(toMessage({ ...draft, key: 'tried' }, { ...context, newKey }).key).toBe('tried');
    expect(newKey).not.toHaveBeenCalled();
  });
});

describe('pressing Send', () => {
  const submission: Submission = {
    message: toMessage(draft, context),
    callback: false,
    honeypot: '',
    hasEndpoint: true,
    sentTimes: [],
  };
  const step = (changes: Partial<Submission>) => nextStep({ ...submission, ...changes }, NOW);
  const withMessage = (changes: object) => ({ message: { ...submission.message, ...changes } });

  it('sends a message that is complete', () => {
    expect(step({})).toEqual({ step: 'send' });
  });

  it('asks to correct what is wrong before anything else', () => {
    const wrong = withMessage({ body: '' });
    expect(step({ ...wrong, honeypot: 'x' })).toEqual({ step: 'correct', errors: { body: 'missing' } });
  });

  it('needs a mail address only where an endpoint takes the message, and a number only for a call', () => {
    expect(step(withMessage({ email: '' }))).toEqual({ step: 'correct', errors: { email: 'missing' } });
    expect(step({ ...withMessage({ email: '' }), hasEndpoint: false })).toEqual({ step: 'mail' });
    expect(step({ callback: true })).toEqual({ step: 'correct', errors: { phone: 'missing' } });
    expect(step({ callback: true, ...withMessage({ phone: '+49 30 1234567' }) })).toEqual({ step: 'send' });
  });

  it('takes a field at its limit and not a character more', () => {
    expect(step(withMessage({ subject: 'x'.repeat(LIMITS.subject) }))).toEqual({ step: 'send' });
    expect(step(withMessage({ subject: 'x'.repeat(LIMITS.subject + 1) }))).toEqual({
      step: 'correct',
      errors: { subject: 'too-long' },
    });
  });

  it('asks again when the field that people do not see is filled, and sends nothing and opens no mail', () => {
    expect(step({ honeypot: 'https://spam.example' })).toEqual({ step: 'confirm' });
    expect(step({ honeypot: 'https://spam.example', hasEndpoint: false })).toEqual({ step: 'confirm' });
  });

  it('opens the mail program where there is no endpoint, whatever was sent before', () => {
    expect(step({ hasEndpoint: false, sentTimes: [NOW, NOW, NOW, NOW, NOW] })).toEqual({ step: 'mail' });
  });

  it('waits with the sixth message in ten minutes', () => {
    const times = [0, 1, 2, 3, 4].map((minute) => NOW - 5 * MINUTE + minute * MINUTE);
    expect(step({ sentTimes: times.slice(1) })).toEqual({ step: 'send' });
    expect(step({ sentTimes: times })).toEqual({ step: 'limited' });
    expect(nextStep({ ...submission, sentTimes: times }, NOW + 5 * MINUTE - 1)).toEqual({ step: 'limited' });
    expect(nextStep({ ...submission, sentTimes: times }, NOW + 5 * MINUTE)).toEqual({ step: 'send' });
  });
});

describe('a message has arrived before', () => {
  const message = toMessage(draft, context);
  const sent = (changes: object) => [{ key: 'new', text: fingerprint(message), at: NOW, ...changes }];

  it('when the same text was sent under its key, whenever that was', () => {
    expect(hasArrived(message, sent({ at: 0 }), NOW)).toBe(true);
    expect(hasArrived({ ...message, history: 'other', name: 'Ada' }, sent({ at: 0 }), NOW)).toBe(true);
  });

  it('when the same text was sent a little while ago, in a tab that had given it another key', () => {
    expect(hasArrived(message, sent({ key: 'other', at: NOW - 10 * MINUTE + 1 }), NOW)).toBe(true);
    expect(hasArrived(message, sent({ key: 'other', at: NOW - 10 * MINUTE }), NOW)).toBe(false);
  });

  it('not when another text was sent, even under its key', () => {
    for (const changes of [
      { body: 'Now it smokes.' },
      { email: 'eve@example.com' },
      { subject: 'x' },
      { phone: '112' },
    ])
      expect(hasArrived({ ...message, ...changes }, sent({}), NOW)).toBe(false);
  });
});

describe('the limit on messages from one browser', () => {
  it('lets five go in ten minutes and tells how long to wait for the sixth', () => {
    const times = [0, 1, 2, 3, 4].map((minute) => minute * 60_000);
    expect(waitBeforeNext(times.slice(1), 5 * 60_000)).toBe(0);
    expect(waitBeforeNext(times, 5 * 60_000)).toBe(5 * 60_000);
    expect(waitBeforeNext(times, 10 * 60_000)).toBe(0);
  });

  it('counts the message of this moment, and none that is ten minutes old or from the future', () => {
    expect(recentTimes([NOW - 10 * MINUTE, NOW - 10 * MINUTE + 1, NOW, NOW + 1], NOW)).toEqual([
      NOW - 10 * MINUTE + 1,
      NOW,
    ]);
  });

  it('counts the newest five when there are more', () => {
    expect(
      waitBeforeNext(
        [1, 2, 3, 4, 5, 6].map((minute) => minute * MINUTE),
        6 * MINUTE,
      ),
    ).toBe(6 * MINUTE);
  });
});
