import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventRequest, REQUEST_TYPE } from '../../../src/analytics/request.ts';
import { countingSchema } from '../../../src/schemas/counting.ts';
import { makeEvent } from './make-event.ts';

const events = [
  makeEvent({ type: 'open', article: 'refund-time', from: 'search' }, 1),
  makeEvent({ type: 'contact-sent', channel: 'email' }, 2),
];

/** Speaks as much of each engine's documented form as to refuse what it would refuse. */
async function answer(request: IncomingMessage, body: string): Promise<[status: number, stored: unknown]> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'POST') return [405, undefined];
  if (url.pathname === '/ph/batch/') {
    const { api_key: key, batch } = JSON.parse(body) as {
      api_key: string;
      batch: { event: string; properties: { distinct_id?: string }; timestamp: string; uuid: string }[];
    };
    if (key !== 'phc_test') return [401, undefined];
    const whole = batch.every(
      ({ event, properties, timestamp }) => event && properties.distinct_id && !Number.isNaN(Date.parse(timestamp)),
    );
    return whole ? [200, batch] : [400, undefined];
  }
  if (url.searchParams.get('user') !== 'writer' || url.searchParams.get('password') !== 'secret')
    return [403, undefined];
  const table = /^INSERT INTO ([\w.]+) FORMAT JSONEachRow$/.exec(url.searchParams.get('query') ?? '')?.[1];
  if (!table) return [400, undefined];
  return [
    200,
    {
      table,
      rows: body
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown),
    },
  ];
}

let origin = '';
let stored: unknown;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void answer(request, Buffer.concat(chunks).toString()).then(([status, kept]) => {
      stored = kept;
      response.writeHead(status).end();
    });
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function send(settings: Record<string, unknown>): Promise<number> {
  const { url, body } = eventRequest(countingSchema.parse(settings), events);
  return (await fetch(url, { method: 'POST', body, headers: { 'Content-Type': REQUEST_TYPE } })).status;
}

describe('events are sent', () => {
  it('to PostHog as a batch of its capture API, without a person', async () => {
    expect(await send({ endpoint: `${origin}/ph`, kind: 'posthog', key: 'phc_test' })).toBe(200);
    expect(stored).toMatchObject([
      {
        event: 'signpost open',
        uuid: events[0]!.id,
        timestamp: events[0]!.at,
        properties: {
          distinct_id: events[0]!.visit,
          article: 'refund-time',
          from: 'search',
          $process_person_profile: false,
          $geoip_disable: true,
        },
      },
      { event: 'signpost contact-sent', properties: { channel: 'email' } },
    ]);
  });

  it('to ClickHouse as an INSERT of one JSON object a line, acknowledged when stored', async () => {
    const settings = {
      endpoint: `${origin}/`,
      kind: 'clickhouse',
      table: 'help.events',
      user: 'writer',
      password: 'secret',
    };
    expect(await send(settings)).toBe(200);
    expect(stored).toEqual({ table: 'help.events', rows: events });
    const { url } = eventRequest(countingSchema.parse(settings), events);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      async_insert: '1',
      wait_for_async_insert: '1',
      add_http_cors_header: '1',
    });
  });

  it('never with a table’s name that is more than a name', () => {
    expect(
      countingSchema.safeParse({ endpoint: origin, kind: 'clickhouse', table: 'events; DROP TABLE x' }).success,
    ).toBe(false);
  });
});
