import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointSchema } from '../../../src/schemas/endpoint.ts';
import { mailto } from '../../../src/contact/mailto.ts';
import { flaws, type Message, subjectOf } from '../../../src/contact/message.ts';
import { outgoing } from '../../../src/contact/request.ts';

const message: Message = {
  subject: '',
  body: 'My bike <b>beeps</b> & stops.\nSince Monday.',
  email: 'ada@example.com',
  name: 'Ada',
  phone: '',
  visit: 'Searched for:\n- beeping',
  locale: 'en',
  key: 'k1',
};
const endpoint = (fields: object) => endpointSchema.parse({ url: 'https://desk.example.com/api', ...fields });
const bodyOf = (fields: object) => JSON.parse(outgoing(message, endpoint(fields)).body) as unknown;

describe('the flaws of a message', () => {
  it('are none in a message that can be sent', () => {
    expect(flaws(message, { email: true, phone: false })).toEqual({});
  });

  it('name what is missing and what is not what it should be', () => {
    expect(flaws({ ...message, body: ' ', email: '' }, { email: true, phone: true })).toEqual({ body: 'missing', email: 'missing', phone: 'missing' });
    expect(flaws({ ...message, email: 'ada@', phone: 'tomorrow' }, { email: false, phone: false })).toEqual({ email: 'not-an-address', phone: 'not-a-number' });
  });

  it('name what is too long', () => {
    expect(flaws({ ...message, body: 'x'.repeat(10_001) }, { email: true, phone: false })).toEqual({ body: 'too-long' });
  });
});

describe('the subject of a message', () => {
  it('is the first line of the text when none was written, cut to eighty characters', () => {
    expect(subjectOf(message)).toBe('My bike <b>beeps</b> & stops.');
    expect(subjectOf({ ...message, body: 'a'.repeat(200) })).toHaveLength(80);
    expect(subjectOf({ ...message, subject: ' Beeping ' })).toBe('Beeping');
  });
});

describe('the request to an endpoint', () => {
  it('is our own JSON for a webhook, with the key that stops duplicates', () => {
    const request = outgoing(message, endpoint({}));
    expect(JSON.parse(request.body)).toEqual({ version: 1, ...message, subject: 'My bike <b>beeps</b> & stops.' });
    expect(request).toMatchObject({ repeatable: true, timeout: 15_000, headers: { 'Idempotency-Key': 'k1', 'Content-Type': 'application/json' } });
  });

  it('is a request of an end user for Zendesk, and is not repeated after a lost answer', () => {
    expect(bodyOf({ template: 'zendesk' })).toEqual({
      request: {
        requester: { name: 'Ada', email: 'ada@example.com' },
        subject: 'My bike <b>beeps</b> & stops.',
        comment: { body: 'My bike <b>beeps</b> & stops.\nSince Monday.\n\n— — —\nSearched for:\n- beeping' },
      },
    });
    const request = outgoing(message, endpoint({ template: 'zendesk' }));
    expect(request.repeatable).toBe(false);
    expect(request.headers).not.toHaveProperty('Idempotency-Key');
  });

  it('escapes the text for Freshdesk, which reads HTML', () => {
    expect(bodyOf({ template: 'freshdesk' })).toMatchObject({
      email: 'ada@example.com',
      description: 'My bike &lt;b&gt;beeps&lt;/b&gt; &amp; stops.<br>Since Monday.<br><br>— — —<br>Searched for:<br>- beeping',
      status: 2,
      priority: 1,
      source: 2,
    });
  });

  it('names the group and the customer for Zammad', () => {
    expect(bodyOf({ template: 'zammad', group: 'Bikes' })).toMatchObject({ group: 'Bikes', customer_id: 'guess:ada@example.com', article: { type: 'web', internal: false } });
  });
});

describe('the mail address', () => {
  it('has subject and text filled in', () => {
    const { href, cut } = mailto('help@example.com', message);
    expect(cut).toBe(false);
    const url = new URL(href);
    expect(url.pathname).toBe('help@example.com');
    expect(url.searchParams.get('body')).toBe('My bike <b>beeps</b> & stops.\r\nSince Monday.\r\n\r\n— — —\r\nSearched for:\r\n- beeping');
  });

  it('stays short enough for mail programs whatever was written, and loses the visit before the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), fc.string({ maxLength: 3000 }), (body, visit) => {
        const { href, cut } = mailto('help@example.com', { ...message, subject: 'S', body, visit });
        expect(href.length).toBeLessThanOrEqual(1900);
        if (!cut) expect(new URL(href).searchParams.get('subject')).toBe('S');
      }),
    );
    const { href, cut } = mailto('help@example.com', { ...message, visit: 'x'.repeat(3000) });
    expect(cut).toBe(true);
    expect(new URL(href).searchParams.get('body')).toBe('My bike <b>beeps</b> & stops.\r\nSince Monday.');
  });
});
