import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request; with none left it takes it. */
export type Behaviour =
  | 'take'
  | 'fail'
  | 'unavailable'
  | 'busy'
  | 'refuse'
  | 'hang'
  | 'drop'
  | 'drop-after-taking'
  | 'fail-after-taking'
  /** A host's page for what it doesn't know, with status 200. */
  | 'fallback-page'
  /** To the same address with a slash, which turns the POST into a GET. */
  | 'move'
  /** To the same address, with the method kept. */
  | 'move-with-method';

/** A help desk on the loopback that fails in every way a server can, and drops messages whose key it knows. */
export interface Desk {
  url: string;
  /** Sets what happens to the next requests, in order. */
  behave(...next: Behaviour[]): void;
  /** How many tickets there are. */
  tickets(): number;
  /** What the tickets say, newest last. */
  bodies(): unknown[];
  /** Answers a request that another server passed on. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

export async function startDesk(): Promise<Desk> {
  const keys = new Set<string>();
  const bodies: unknown[] = [];
  let plan: Behaviour[] = [];

  const take = (request: IncomingMessage, body: string): number => {
    const key = request.headers['idempotency-key'];
    if (typeof key === 'string' && keys.has(key)) return 200;
    if (typeof key === 'string') keys.add(key);
    bodies.push(JSON.parse(body));
    return 201;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const behaviour = plan.shift() ?? 'take';
    const end = (status: number, headers: Record<string, string> = {}) =>
      void response.writeHead(status, headers).end(JSON.stringify({ key: request.headers['idempotency-key'], id: 1 }));
    if (request.method !== 'POST')
      return void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    if (behaviour === 'fallback-page')
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Home</title>');
    if (behaviour.startsWith('move'))
      return end(behaviour === 'move' ? 301 : 308, { Location: request.url?.replace(/\/?$/, '') ?? '' });
    if (behaviour.endsWith('after-taking') || behaviour === 'take') {
      const status = take(request, body);
      if (behaviour === 'take') return end(status);
    }
    if (behaviour === 'fail' || behaviour === 'fail-after-taking') return end(500);
    if (behaviour === 'unavailable') return end(503);
    if (behaviour === 'busy') return end(429, { 'Retry-After': '3' });
    if (behaviour === 'refuse') return end(422);
    if (behaviour.startsWith('drop')) request.socket.destroy();
    // `hang` never answers.
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  const server = createServer(handle);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    behave: (...next) => {
      plan = next;
    },
    tickets: () => bodies.length,
    bodies: () => bodies,
    handle,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
