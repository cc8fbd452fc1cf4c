import fastify, { type FastifyInstance } from 'fastify';

/** For how long a connection may say nothing, or not finish what it says, in milliseconds. */
export const PATIENCE = 10_000;

/** What bounds a server that anybody may write to. */
export interface ServerBounds {
  /** Bytes of a request's body. */
  mostBytes: number;
  /**
   * Addresses and ranges of the proxies in front, `10.0.0.0/8` or `loopback`: the sender is the last address in
   * X-Forwarded-For that is none of these, as anybody can write what stands before it. None: the header isn't read.
   */
  proxies: string[];
  /** How many times as long as elsewhere a connection may stay open, for one on which news is waited for. */
  openFor?: number;
}

/**
 * A server that no request and no connection keeps busy for long, and that keeps no log of requests.
 * @throws Error when a proxy's address is none.
 */
export function boundedServer({ mostBytes, proxies, openFor = 1 }: ServerBounds): FastifyInstance {
  try {
    return fastify({
      bodyLimit: mostBytes,
      trustProxy: proxies.length > 0 ? proxies : false,
      forceCloseConnections: 'idle',
      requestTimeout: PATIENCE,
      connectionTimeout: openFor * PATIENCE,
      keepAliveTimeout: PATIENCE,
      http: { headersTimeout: PATIENCE, connectionsCheckingInterval: PATIENCE / 5 },
    });
  } catch (error) {
    throw new Error(
      `--trust-proxy ${proxies.join(',')}: ${(error as Error).message}. Name the addresses or ranges of your proxies, such as 10.0.0.0/8 or loopback, with commas between them.`,
    );
  }
}
