import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailto } from '../../../src/contact/mailto.ts';
import { fullText, subjectOf, validate } from '../../../src/contact/message.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { message } from './sample-message.ts';

describe('the errors of a message', () => {
  it('are none in a message that can be sent', () => {
    expect(validate(message, { email: true, phone: false })).toEqual({});
  });

  it('name what is missing and what is not what it should be', () => {
    expect(validate({ ...message, body: ' ', email: '' }, { email: true, phone: true })).toEqual({
      body: 'missing',
      email: 'missing',
      phone: 'missing',
    });
    expect(validate({ ...message, email: 'ada@', phone: 'tomorrow' }, { email: false, phone: false })).toEqual({
      email: 'not-an-address',
      phone: 'not-a-number',
    });
  });

  it('name what is too long', () => {
    expect(validate({ ...message, body: 'x'.repeat(10_001) }, { email: true, phone: false })).toEqual({
      body: 'too-long',
    });
  });
});

describe('the subject of a message', () => {
  it('is the first line of the text when none was written, cut to eighty characters', () => {
    expect(subjectOf(message)).toBe('My bike <b>beeps</b> & stops.');
    expect(subjectOf({ ...message, body: 'a'.repeat(200) })).toHaveLength(80);
    expect(subjectOf({ ...message, subject: ' Beeping ' })).toBe('Beeping');
  });
});

describe('the text that an agent reads', () => {
  it('is the message, then the number to call, then what was searched for and read, and nothing that is missing', () => {
    expect(fullText({ ...message, phone: ' +49 30 1234567 ' })).toBe(
      'My bike <b>beeps</b> & stops.\nSince Monday.\n\n☎ +49 30 1234567\n\n— — —\nSearched for:\n- beeping',
    );
    expect(fullText({ ...message, body: ' Help ', phone: ' ', history: ' ' })).toBe('Help');
  });
});

describe('the mail address', () => {
  it('has subject and text filled in', () => {
    const { href, cut } = mailto('help@example.com', message);
    expect(cut).toBe(false);
    const url = new URL(href);
    expect(url.pathname).toBe('help@example.com');
    expect(url.searchParams.get('body')).toBe(
      'My bike <b>beeps</b> & stops.\r\nSince Monday.\r\n\r\n— — —\r\nSearched for:\r\n- beeping',
    );
  });

  it('stays short enough for mail programs whatever was written, and loses the history before the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 4000 }),
        fc.string({ maxLength: 3000 }),
        (body, history) => {
          const { href, cut } = mailto('help@example.com', { ...message, subject: 'S', body, history });
          expect(href.length).toBeLessThanOrEqual(1900);
          if (!cut) expect(new URL(href).searchParams.get('subject')).toBe('S');
        },
      ),
    );
    const { href, cut } = mailto('help@example.com', { ...message, history: 'x'.repeat(3000) });
    expect(cut).toBe(true);
    expect(new URL(href).searchParams.get('body')).toBe('My bike <b>beeps</b> & stops.\r\nSince Monday.');
  });
});
