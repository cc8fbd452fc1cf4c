import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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

/**
 * The test site as it would be built with these counting settings, its policy included.
 * @param site Address of the built test site.
 */
export async function siteWithCounting(site: string, settings: { endpoint: string } & Record<string, unknown>): Promise<{ url: string; close(): Promise<void> }> {
  const data = JSON.stringify({ kind: 'collector', table: 'signpost_events', includeQueries: false, ...settings }).replaceAll('"', '&quot;');
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(new URL(request.url ?? '/', site), { redirect: 'manual' });
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/^(content-(length|encoding)|transfer-encoding|connection|keep-alive)$/.test(name)));
      const policy = headers['content-security-policy'] ?? '';
      headers['content-security-policy'] = policy.replace("connect-src 'self'", `connect-src 'self' ${new URL(settings.endpoint).origin}`);
      const body = Buffer.from(await answer.arrayBuffer());
      const page = (headers['content-type'] ?? '').startsWith('text/html');
      response.writeHead(answer.status, headers).end(page ? body.toString().replace('<body', `<body data-counting="${data}"`) : body);
    })().catch((error: Error) => response.writeHead(502).end(error.message));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}${new URL(site).pathname}`, close: () => closeServer(server) };
}
