import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import {
  createMcpHandler,
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from '@modelcontextprotocol/server';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { boundedServer, PATIENCE } from '../network/bounded-server.ts';
import type { LiveContent } from './live-content.ts';
import { createServer } from './server.ts';

export interface HttpOptions {
  /** Host names, without ports, by which the server may be asked for, beside this machine's own. */
  hosts: readonly string[];
  /** Origins whose pages may ask, beside those of this machine. */
  origins: readonly string[];
  /** Requests a minute from one address. */
  rate: number;
  /** Addresses and ranges of the proxies in front, as for the collector. */
  proxies: string[];
}

/** The longest question is 6 kB of UTF-8; the rest is the protocol's. */
const MOST_BYTES = 64 * 1024;
/** The streams on which clients wait for news; each is an open connection. */
const MOST_STREAMS = 100;

/** A server over HTTP, and how to tell its clients that there is other content. */
interface HttpServer {
  app: FastifyInstance;
  changed(): void;
}

/**
 * Serves the protocol at POST /mcp, each request by itself: there are no sessions, so that any copy of the server can
 * answer it. It writes no log of requests and keeps no address longer than the minute that the rate is counted over.
 * @throws Error when a proxy's address is none.
 */
export async function httpServer(
  live: LiveContent,
  { hosts, origins, rate, proxies }: HttpOptions,
): Promise<HttpServer> {
  const handler = createMcpHandler(() => createServer(live), {
    maxRequestBodySize: MOST_BYTES,
    maxSubscriptions: MOST_STREAMS,
    // Before the connection is taken for one that says nothing.
    keepAliveMs: PATIENCE / 2,
  });
  const app = boundedServer({ mostBytes: MOST_BYTES, proxies, openFor: 6 });
  const here = localhostAllowedHostnames();
  const hostnames = [...here, ...hosts];
  const originHosts = [...here, ...origins.map((origin) => new URL(origin).hostname)];
  // As text: the protocol's own code reads it, and says what is wrong in its own form.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  // A page elsewhere could name this machine by a host name of its own, and so read what it answers (DNS rebinding).
  app.addHook('onRequest', async (request, reply) => {
    const host = validateHostHeader(request.headers.host, hostnames);
    if (!host.ok)
      return reply.code(403).send(refusal(`${host.message}. Name it with --allow-host, or as mcp in site.yaml.`));
    const origin = validateOriginHeader(request.headers.origin, originHosts);
    if (!origin.ok) return reply.code(403).send(refusal(`${origin.message}. Name it with --origin.`));
  });
  await app.register(cors, {
    origin: [...origins],
    methods: ['POST'],
    exposedHeaders: ['Mcp-Protocol-Version'],
    maxAge: 86_400,
  });
  await app.register(rateLimit, { max: rate, timeWindow: '1 minute' });
  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply.code(status).send(refusal(status < 500 ? error.message : 'The request could not be answered.'));
  });
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).send(refusal('The Model Context Protocol is served at /mcp.')),
  );
  app.get('/health', { config: { rateLimit: false } }, async () => ({ ok: live.latest !== undefined }));
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    handler: async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return handler.fetch(webRequest(request, gone.signal));
    },
  });
  app.addHook('preClose', () => handler.close());
  return { app, changed: () => handler.notify.resourcesChanged() };
}

/** An error in the protocol's form, for a request that never came as far as the protocol. */
function refusal(message: string) {
  return { jsonrpc: '2.0', error: { code: -32_000, message }, id: null };
}

/** The request as the web's own kind, which the protocol's code reads. */
function webRequest({ method, url, headers, body, host }: FastifyRequest, signal: AbortSignal): Request {
  const copied = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
  return new Request(new URL(url, `http://${host}`), {
    method,
    headers: copied,
    signal,
    ...(typeof body === 'string' && { body }),
  });
}
