import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { Event } from '../../../src/schemas/events/event.ts';

/** An endpoint on the loopback that remembers what it acknowledged, and fails when told to. */
export interface Endpoint {
  origin: string;
  /** By id; an event that came twice is here once, as every endpoint keeps it. */
  events: Map<string, Event>;
  bodies: { url: string; body: string }[];
  /** The status of the answer to the next request; `drop` closes the connection without one. */
  answer: () => number | 'drop';
  close(): Promise<void>;
}

export async function openEndpoint(): Promise<Endpoint> {
  const events = new Map<string, Event>();
  const endpoint: Endpoint = { origin: '', events, bodies: [], answer: () => 200, close: () => closeServer(server) };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      endpoint.bodies.push({ url: request.url ?? '', body });
      const answer = endpoint.answer();
      if (answer === 'drop') return void request.socket.destroy();
      if (answer === 200) for (const event of readEvents(body)) events.set(event.id, event);
      response.writeHead(answer, { 'Access-Control-Allow-Origin': '*' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  endpoint.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return endpoint;
}

function readEvents(body: string): Event[] {
  return body.startsWith('{"events"') ? (JSON.parse(body) as { events: Event[] }).events : [];
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Makes every page of the site one that was built with these counting settings, its policy included. */
export async function withCounting(page: Page, site: string, settings: { endpoint: string } & Record<string, unknown>): Promise<void> {
  const origin = new URL(settings.endpoint).origin;
  await page.context().route(`${site}**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const headers = response.headers();
    headers['content-security-policy'] = headers['content-security-policy']?.replace("connect-src 'self'", `connect-src 'self' ${origin}`) ?? '';
    const data = JSON.stringify({ kind: 'collector', table: 'signpost_events', includeQueries: false, ...settings }).replaceAll('"', '&quot;');
    await route.fulfill({ response, headers, body: (await response.text()).replace('<body', `<body data-counting="${data}"`) });
  });
}
