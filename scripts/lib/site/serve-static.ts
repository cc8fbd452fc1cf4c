import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import send from 'send';
import { headersFor, readHeaderRules } from './host-headers.ts';
import { KeptAnswers } from './kept-answers.ts';
import { readRedirects } from './redirect-rules.ts';

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
  // A range is one of the file's bytes, not of what compressing would make of them.
  filter: (request, response) => request.headers.range === undefined && compression.filter(request, response),
  level: 6,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
}) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Bytes of an address and its headers: whoever comes with a whole mail in the address gets the page, which cuts it. */
const LONGEST_ADDRESS = 2_000_000;

/**
 * Serves a built folder as a static host would: the headers of its _headers file, the rules of _redirects where there is no file, compression, 404.html.
 * @throws Error when the folder holds no built site, or the port is taken.
 */
export async function serveStatic(folder: string, options: ServeOptions = {}): Promise<StaticServer> {
  const { base = '/', port = 0, host = 'localhost' } = options;
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`No built site in ${folder}: index.html is missing. Run npm run build first.`);
  }
  const rules = await readHeaderRules(folder);
  const ruleFor = await readRedirects(folder);
  const kept = new KeptAnswers();

  const server = createServer({ maxHeaderSize: LONGEST_ADDRESS }, (request, response) => {
    // Not through URL, which takes `//` for the beginning of a host's name and throws.
    const [path = '/', query = ''] = (request.url ?? '/').split(/(?=\?)/, 2);
    for (const [name, value] of Object.entries(headersFor(path, rules))) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(response);
    if (kept.send(request, response)) return;
    const keep = kept.record(request, response);
    compress(request, response, () => {
      if (path !== base && (path === '/' || `${path}/` === base)) return redirect(response, base);
      if (!path.startsWith(base)) return notFound(folder, response);
      const sendFile = (file: string, otherwise: (error: FileError) => void): void => {
        send(request, file.slice(base.length - 1), { root: folder, dotfiles: 'allow' })
          .on('file', keep)
          .on('directory', () => redirect(response, `${path.replace(/^\/+/, '/')}/${query}`))
          .on('error', otherwise)
          .pipe(response);
      };
      sendFile(path, (error) => {
        const rule = error.status === 404 ? ruleFor(path) : undefined;
        if (!rule) return refuse(error, folder, response);
        if (rule.status !== 200) return redirect(response, withQuery(rule.to, query), rule.status);
        sendFile(rule.to, (lost) => refuse(lost, folder, response));
      });
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

/** Why a file can't be sent, with the headers of such an answer. */
interface FileError {
  status: number;
  headers?: Record<string, string>;
}

/** Answers for a file that can't be sent: not there, a range beyond its end, a condition that isn't met. */
function refuse({ status, headers }: FileError, folder: string, response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else if (status === 412 || status === 416) response.writeHead(status, headers).end();
  else notFound(folder, response);
}

function redirect(response: ServerResponse, to: string, status = 302): void {
  response.writeHead(status, { Location: to }).end();
}

/** What stands behind the ? of an address goes along, and the browser itself keeps what stands behind the #. */
function withQuery(to: string, query: string): string {
  const [page = '', anchor] = to.split('#');
  return `${page}${query}${anchor === undefined ? '' : `#${anchor}`}`;
}

function notAllowed(response: ServerResponse): void {
  response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain;charset=utf-8' });
  response.end('These are files: they can be read with GET and HEAD, and nothing can be sent here.\n');
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
