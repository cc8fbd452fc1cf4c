import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance } from 'fastify';
import { boundedServer } from '../network/bounded-server.ts';
import { DayFullError, type EventLog } from './event-log.ts';
import { readBatch } from './read-batch.ts';

export interface CollectorOptions {
  /** Origins whose pages may send events. */
  origins: string[];
  /** Requests a minute from one address. */
  rate: number;
  /**
   * Addresses and ranges of the proxies in front, `10.0.0.0/8` or `loopback`: the sender is the last address in
   * X-Forwarded-For that is none of these, as anybody can write what stands before it. None: the header isn't read.
   */
  proxies: string[];
  /** Is told why events could not be stored, once a minute at most. */
  report(message: string): void;
}

/** A browser's largest request is below 64 KiB. */
const MOST_BYTES = 128 * 1024;

/**
 * Takes events at POST /events and acknowledges them once they are on the disk. It writes no log of requests and
 * keeps no address longer than the minute that the rate is counted over.
 * @throws Error when a proxy's address is none.
 */
export async function collector(
  log: EventLog,
  { origins, rate, proxies, report }: CollectorOptions,
): Promise<FastifyInstance> {
  const tell = onceAMinute(report);
  const app = boundedServer({ mostBytes: MOST_BYTES, proxies });
  // Browsers send text/plain, which needs no preflight; others may send JSON. Both are read by readBatch.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['text/plain', 'application/json'], { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  await app.register(cors, { origin: origins, methods: ['POST'], maxAge: 86_400 });
  await app.register(rateLimit, { max: rate, timeWindow: '1 minute' });

  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const status = error instanceof DayFullError ? 507 : (error.statusCode ?? 500);
    if (status >= 500) tell(error.message);
    return reply
      .code(status)
      .send({ error: status < 500 ? error.message : 'The events could not be stored. Send them again later.' });
  });
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ error: 'Send events with POST /events.' }));

  app.get('/health', { config: { rateLimit: false } }, async () => ({ ok: true }));
  app.post('/events', async (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && !origins.includes(origin)) {
      return reply
        .code(403)
        .send({ error: `Pages of ${origin} may not send events here; start the collector with --origin ${origin}.` });
    }
    let batch: ReturnType<typeof readBatch>;
    try {
      batch = readBatch(typeof request.body === 'string' ? request.body : '', new Date());
    } catch (error) {
      return reply.code(400).send({ error: (error as Error).message });
    }
    if (batch.events.length === 0 && batch.rejected.length > 0)
      return reply.code(400).send({ error: 'No event fits.', rejected: batch.rejected });
    const counts = await log.append(batch.events);
    return { ...counts, rejected: batch.rejected };
  });
  return app;
}

/** A full disk is one message, not one for each request. */
function onceAMinute(report: (message: string) => void): (message: string) => void {
  let last = -Infinity;
  return (message) => {
    if (performance.now() - last < 60_000) return;
    last = performance.now();
    report(message);
  };
}
