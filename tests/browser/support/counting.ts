import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rewrittenSite } from '../../../scripts/lib/site/rewritten-site.ts';
import type { Event } from '../../../src/schemas/events.ts';

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
export function siteWithCounting(
  site: string,
  settings: { endpoint: string } & Record<string, unknown>,
): Promise<{ url: string; close(): Promise<void> }> {
  const data = JSON.stringify({
    kind: 'collector',
    table: 'signpost_events',
    includeQueries: false,
    ...settings,
  }).replaceAll('"', '&quot;');
  return rewrittenSite(site, {
    policy: (value) => value.replace("connect-src 'self'", `connect-src 'self' ${new URL(settings.endpoint).origin}`),
    page: (html) => html.replace('<body', `<body data-counting="${data}"`),
  });
}
