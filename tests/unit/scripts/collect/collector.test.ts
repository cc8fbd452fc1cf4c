import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collector } from '../../../../scripts/lib/collect/collector.ts';
import { EventLog } from '../../../../scripts/lib/collect/event-log.ts';
import { makeEvent } from '../../analytics/make-event.ts';

const site = 'https://help.example.com';
const event = makeEvent({ type: 'contact-sent', channel: 'email' }, 1, 1, new Date().toISOString());
const OPTIONS = { origins: [site], rate: 20, proxies: [], report: () => {} };
let folder: string;
let log: EventLog;
let app: FastifyInstance;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-collector-'));
  ({ log } = await EventLog.open(folder));
  app = await collector(log, OPTIONS);
});
afterEach(async () => {
  await app.close();
  await log.close();
  await rm(folder, { recursive: true });
});

async function send(body: string, headers: Record<string, string> = {}) {
  const response = await app.inject({
    method: 'POST',
    url: '/events',
    body,
    headers: { 'content-type': 'text/plain;charset=UTF-8', origin: site, ...headers },
  });
  return { status: response.statusCode, answer: response.json<Record<string, unknown>>(), headers: response.headers };
}

describe('the collector', () => {
  it('acknowledges what it stored and lets the page read that', async () => {
    const { status, answer, headers } = await send(JSON.stringify({ events: [event] }));
    expect([status, answer]).toEqual([200, { stored: 1, duplicates: 0, rejected: [] }]);
    expect(headers['access-control-allow-origin']).toBe(site);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('stores the good events beside a bad one and says what is wrong with that', async () => {
    const { status, answer } = await send(JSON.stringify({ events: [{ ...event, channel: 'pigeon' }, event] }));
    expect([status, answer.stored]).toEqual([200, 1]);
    expect(answer.rejected).toEqual([
      { index: 0, reason: 'channel: Invalid option: expected one of "form"|"email"|"phone"|"link"' },
    ]);
  });

  it.each([
    ['no JSON', '{"events": [', 'The body is not JSON; send {"events": [ … ]}.'],
    ['no list', '{}', 'The body has no list of events; send {"events": [ … ]}.'],
    [
      'too many events',
      JSON.stringify({ events: Array.from({ length: 201 }, () => ({})) }),
      'The body holds 201 events; send at most 200 at once.',
    ],
    ['only bad events', '{"events": [{}]}', 'No event fits.'],
  ])('refuses %s with 400 and a sentence', async (_, body, sentence) => {
    const { status, answer } = await send(body);
    expect([status, answer.error]).toEqual([400, sentence]);
  });

  it('refuses a body that is too large before reading it all', async () => {
    expect((await send(`{"events": ["${'x'.repeat(200_000)}"]}`)).status).toBe(413);
  });

  it('refuses pages of other origins', async () => {
    const { status, answer } = await send(JSON.stringify({ events: [event] }), { origin: 'https://elsewhere.example' });
    expect([status, answer.error]).toEqual([
      403,
      'Pages of https://elsewhere.example may not send events here; start the collector with --origin https://elsewhere.example.',
    ]);
  });

  it('slows down whoever sends too often', async () => {
    const statuses = [];
    for (let turn = 0; turn < 22; turn++) statuses.push((await send(JSON.stringify({ events: [event] }))).status);
    expect(statuses.slice(0, 20).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(20)).toEqual([429, 429]);
  });

  it('answers a form or a file with what it wants instead', async () => {
    expect((await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
  });

  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', new Date(Date.now() + 2 * 86_400_000).toISOString()])(
    'refuses an event of %s, beside one of now',
    async (at) => {
      const { answer } = await send(JSON.stringify({ events: [{ ...event, at }, event] }));
      expect(answer).toEqual({
        stored: 1,
        duplicates: 0,
        rejected: [{ index: 0, reason: 'at: expected a moment from 31 days before it was sent to 1 day after' }],
      });
    },
  );

  it('counts by the address that a known proxy names, and not by what the sender wrote before it', async () => {
    const behind = await collector(log, { ...OPTIONS, rate: 1, proxies: ['10.0.0.0/8'] });
    const from = async (remoteAddress: string, forwarded: string) =>
      (
        await behind.inject({
          method: 'POST',
          url: '/events',
          remoteAddress,
          headers: { 'x-forwarded-for': forwarded },
        })
      ).statusCode;
    expect(await from('10.0.0.1', '1.1.1.1, 192.0.2.7')).not.toBe(429);
    expect(await from('10.0.0.1', '2.2.2.2, 192.0.2.7')).toBe(429);
    expect(await from('10.0.0.1', '192.0.2.8')).not.toBe(429);
    // Not through the proxy: the header is anybody's.
    expect(await from('192.0.2.9', '3.3.3.3')).not.toBe(429);
    expect(await from('192.0.2.9', '4.4.4.4')).toBe(429);
    await behind.close();
  });

  it('names a proxy that is none', async () => {
    await expect(collector(log, { ...OPTIONS, proxies: ['all'] })).rejects.toThrow(
      '--trust-proxy all: invalid IP address: all. Name the addresses or ranges of your proxies',
    );
  });

  it('answers 507 when the day’s file is full, and says so once', async () => {
    const reported: string[] = [];
    const small = join(folder, 'small');
    const { log: full } = await EventLog.open(small, { mostBytes: 10 });
    const limited = await collector(full, { ...OPTIONS, report: (message) => reported.push(message) });
    for (let turn = 0; turn < 3; turn++) {
      const body = JSON.stringify({ events: [event] });
      const response = await limited.inject({
        method: 'POST',
        url: '/events',
        body,
        headers: { 'content-type': 'text/plain' },
      });
      expect([response.statusCode, response.json()]).toEqual([
        507,
        { error: 'The events could not be stored. Send them again later.' },
      ]);
    }
    expect(reported).toEqual([
      expect.stringMatching(/^The file of \d{4}-\d\d-\d\d has reached its limit of 10 bytes\.$/),
    ]);
    await limited.close();
    await full.close();
  });

  it('closes a connection that says nothing for ten seconds', async () => {
    await app.listen({ port: 0 });
    const { headersTimeout, requestTimeout, timeout } = app.server;
    expect([headersTimeout, requestTimeout, timeout]).toEqual([10_000, 10_000, 10_000]);
  });
});
