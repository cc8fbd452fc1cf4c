import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/contact/message.ts';
import { messageRequest } from '../../../src/contact/request.ts';
import { endpointSchema } from '../../../src/schemas/endpoint.ts';
import { message } from './sample-message.ts';

const endpoint = (fields: object) => endpointSchema.parse({ url: 'https://desk.example.com/api', ...fields });
const bodyOf = (fields: object, changes: Partial<Message> = {}) =>
  JSON.parse(messageRequest({ ...message, ...changes }, endpoint(fields)).body) as unknown;

describe('the request to an endpoint', () => {
  it('is our own JSON for a webhook, with the key that stops duplicates', () => {
    const { history, ...fields } = message;
    const request = messageRequest(message, endpoint({}));
    expect(JSON.parse(request.body)).toEqual({
      version: 1,
      ...fields,
      visit: history,
      subject: 'My bike <b>beeps</b> & stops.',
    });
    expect(request).toMatchObject({
      repeatable: true,
      timeout: 15_000,
      headers: { 'Idempotency-Key': 'k1', 'Content-Type': 'application/json' },
    });
  });

  it('is a request of an end user for Zendesk, and is not repeated after a lost answer', () => {
    expect(bodyOf({ template: 'zendesk' })).toEqual({
      request: {
        requester: { name: 'Ada', email: 'ada@example.com' },
        subject: 'My bike <b>beeps</b> & stops.',
        comment: { body: 'My bike <b>beeps</b> & stops.\nSince Monday.\n\n— — —\nSearched for:\n- beeping' },
      },
    });
    const request = messageRequest(message, endpoint({ template: 'zendesk' }));
    expect(request.repeatable).toBe(false);
    expect(request.headers).not.toHaveProperty('Idempotency-Key');
  });

  it('escapes the text for Freshdesk, which reads HTML', () => {
    expect(bodyOf({ template: 'freshdesk' })).toMatchObject({
      email: 'ada@example.com',
      description:
        'My bike &lt;b&gt;beeps&lt;/b&gt; &amp; stops.<br>Since Monday.<br><br>— — —<br>Searched for:<br>- beeping',
      status: 2,
      priority: 1,
      source: 2,
    });
  });

  it('names the group and the customer for Zammad', () => {
    expect(bodyOf({ template: 'zammad', group: 'Bikes' })).toMatchObject({
      group: 'Bikes',
      customer_id: 'guess:ada@example.com',
      article: { type: 'web', internal: false },
    });
  });

  it('carries every field and no other to each help desk', () => {
    const text = 'My bike <b>beeps</b> & stops.\nSince Monday.\n\n☎ +49 30 1234567\n\n— — —\nSearched for:\n- beeping';
    const call = { subject: ' Beeping ', name: ' Ada ', phone: ' +49 30 1234567 ' };
    expect(bodyOf({ template: 'zammad', group: 'Bikes' }, call)).toEqual({
      title: 'Beeping',
      group: 'Bikes',
      customer_id: 'guess:ada@example.com',
      article: { subject: 'Beeping', body: text, type: 'web', content_type: 'text/plain', internal: false },
    });
    expect(bodyOf({ template: 'freshdesk' }, call)).toEqual({
      email: 'ada@example.com',
      name: 'Ada',
      phone: '+49 30 1234567',
      subject: 'Beeping',
      description: text
        .replace('<b>', '&lt;b&gt;')
        .replace('</b>', '&lt;/b&gt;')
        .replace(' & ', ' &amp; ')
        .replaceAll('\n', '<br>'),
      status: 2,
      priority: 1,
      source: 2,
    });
    expect(bodyOf({ template: 'zendesk' }, call)).toEqual({
      request: { requester: { name: 'Ada', email: 'ada@example.com' }, subject: 'Beeping', comment: { body: text } },
    });
  });

  it('leaves out of a Freshdesk ticket what was not written, and calls a nameless customer by the address in Zendesk', () => {
    const nameless = bodyOf({ template: 'freshdesk' }, { name: ' ', phone: ' ' });
    expect(nameless).not.toHaveProperty('name');
    expect(nameless).not.toHaveProperty('phone');
    expect(bodyOf({ template: 'zendesk' }, { name: ' ' })).toMatchObject({
      request: { requester: { name: 'ada@example.com' } },
    });
  });

  it('is JSON in, JSON out, and waits as long as the endpoint says', () => {
    expect(messageRequest(message, endpoint({ timeoutSeconds: 2 }))).toMatchObject({
      url: 'https://desk.example.com/api',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      timeout: 2000,
    });
  });

  it.each(['zendesk', 'freshdesk', 'zammad'] as const)(
    'has no key for %s unless the owner says that its receiver drops duplicates',
    (template) => {
      expect(messageRequest(message, endpoint({ template }))).toMatchObject({ repeatable: false });
      expect(messageRequest(message, endpoint({ template })).headers).not.toHaveProperty('Idempotency-Key');
      expect(messageRequest(message, endpoint({ template, idempotent: true }))).toMatchObject({
        repeatable: true,
        headers: { 'Idempotency-Key': 'k1' },
      });
    },
  );

  it('has no key for a webhook whose owner says that it does not drop duplicates', () => {
    const request = messageRequest(message, endpoint({ idempotent: false }));
    expect(request.repeatable).toBe(false);
    expect(request.headers).not.toHaveProperty('Idempotency-Key');
  });

  it('goes on when the page is left up to 60,000 bytes, of which a Korean letter is three', () => {
    const bytesOf = ({ body }: { body: string }) => new TextEncoder().encode(body).length;
    const korean = { ...message, subject: 'S', body: '가' };
    const empty = bytesOf(messageRequest(korean, endpoint({})));
    const sized = (bytes: number) =>
      messageRequest({ ...korean, body: `가${'x'.repeat(bytes - empty)}` }, endpoint({}));
    expect(bytesOf(sized(60_000))).toBe(60_000);
    expect(sized(60_000).keepalive).toBe(true);
    expect(sized(60_001).keepalive).toBe(false);
  });
});

describe('an answer of success', () => {
  const answer = (body: string, type = 'application/json', redirected = false) => ({
    redirected,
    type,
    json: async () => JSON.parse(body) as unknown,
  });
  const isTaken = (template: string, ...parts: Parameters<typeof answer>) =>
    messageRequest(message, endpoint({ template })).isTaken(answer(...parts));

  it.each([
    ['webhook', '', ''],
    ['webhook', 'ok', 'text/plain'],
    ['zendesk', '{"request": {"id": 35436}}', 'application/json'],
    ['freshdesk', '{"id": 1}', 'application/json'],
    ['zammad', '{"id": 1, "title": "x"}', 'application/json'],
  ])('of %s is believed: %s', async (template, body, type) => {
    expect(await isTaken(template, body, type)).toBe(true);
  });

  it.each([
    ['webhook', '<!doctype html>', 'text/html; charset=utf-8'],
    ['webhook', '<html/>', 'application/xhtml+xml'],
    ['zendesk', '{}', 'application/json'],
    ['zendesk', '{"requests": []}', 'application/json'],
    ['freshdesk', '[{"id": 1}]', 'application/json'],
    ['zammad', '<!doctype html>', 'text/html'],
    ['zammad', 'null', 'application/json'],
  ])('of %s is not believed: %s', async (template, body, type) => {
    expect(await isTaken(template, body, type)).toBe(false);
  });

  it('behind a redirect is believed with the message’s own key', async () => {
    expect(await isTaken('webhook', '{"key": "k1"}', 'application/json', true)).toBe(true);
    expect(await isTaken('webhook', '{"key": "k2"}', 'application/json', true)).toBe(false);
    expect(await isTaken('webhook', 'ok', 'text/plain', true)).toBe(false);
  });

  it('that was cut off leaves open whether the message arrived', async () => {
    const cut = { redirected: false, type: 'application/json', json: () => Promise.reject(new TypeError('cut')) };
    await expect(messageRequest(message, endpoint({ template: 'zammad' })).isTaken(cut)).rejects.toThrow('cut');
  });
});
