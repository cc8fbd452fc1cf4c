import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv from 'sirv';
import { headersFor, readHeaderRules } from './host-headers.ts';

/** A running server of a built site. */
export interface StaticServer {
  /** Address of the site's root with its base path: `http://localhost:4321/help/`. */
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Path the site lives under; begins and ends with a slash. */
  base?: string;
  /** 0 takes any free port. */
  port?: number;
  host?: string;
}

/** Brotli as hosts compress while answering; their offline level 11 would make the sizes look better than they are. */
const compress = compression({
  threshold: 256,
  level: 6,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
}) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves a built folder as a static host would: the headers of its _headers file, compression, 404.html.
 * @throws Error when the folder holds no built site, or the port is taken.
 */
export async function serveStatic(folder: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { base = '/', port = 0, host = 'localhost' } = options;
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`No built site in ${folder}: index.html is missing. Run npm run build first.`);
  }
  const rules = await readHeaderRules(folder);
  const files = sirv(folder, { etag: true, maxAge: 0 });

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    for (const [name, value] of Object.entries(headersFor(path, rules))) response.setHeader(name, value);
    compress(request, response, () => {
      if (!path.startsWith(base)) {
        if (path === '/' || `${path}/` === base) return redirect(response, base);
        return notFound(folder, response);
      }
      request.url = path.slice(base.length - 1);
      files(request, response, () => notFound(folder, response));
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { Location: to }).end();
}

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html');
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`);
}
