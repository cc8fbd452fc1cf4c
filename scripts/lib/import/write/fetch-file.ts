import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { MayConnect } from '../../network/public-address.ts';

/** Largest file that is fetched, in bytes: what static hosts take. */
const largest = 25 * 1024 * 1024;
/** How long one file may take, redirects included, in milliseconds. */
const patience = 30_000;
const mostRedirects = 5;

export interface FetchedFile {
  bytes: Uint8Array;
  /** The type and the file name that the server tells; '' when it tells none. */
  type: string;
  disposition: string;
}

/**
 * Fetches a file that an article names. Whoever wrote the article chose the address, so it is asked for without any
 * credentials, and only on the public Internet: each host, of redirects too, is resolved once, and the connection goes to
 * what was found, however the address was spelled.
 * @param mayConnect Whether an IP address may be connected to; `isPublic` unless the owner wants more.
 * @throws Error with the reason, in words that hold no part of the address but its host.
 */
export async function fetchFile(address: string, mayConnect: MayConnect): Promise<FetchedFile> {
  const signal = AbortSignal.timeout(patience);
  let url = publicAddress(address);
  for (let redirects = 0; ; redirects++) {
    const response = await ask(url, mayConnect, signal);
    const { statusCode: status = 0, headers } = response;
    if (status >= 300 && status < 400 && headers.location !== undefined) {
      response.destroy();
      if (redirects === mostRedirects) throw new Error(`it leads on more than ${mostRedirects} times`);
      url = publicAddress(headers.location, url);
      continue;
    }
    if (status !== 200) {
      response.destroy();
      throw new Error(`the server answered ${status}`);
    }
    return {
      bytes: await read(response),
      type: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      disposition: headers['content-disposition'] ?? '',
    };
  }
}

function publicAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('it is no address of the web');
  if (url.username || url.password) throw new Error('its address holds a user’s name or password');
  return url;
}

function ask(url: URL, mayConnect: MayConnect, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A number is never looked up.
  if (isIP(host) && !mayConnect(host)) return Promise.reject(refusal(host, host));
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        agent: false,
        signal,
        headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Signpost import' },
        lookup: lookupAllowed(mayConnect),
      },
      resolve,
    );
    request.once('error', (error) =>
      reject(signal.aborted ? new Error(`it took longer than ${patience / 1000} seconds`) : error),
    );
    request.end();
  });
}

/** As dns.lookup, for hosts of which every address may be connected to. */
function lookupAllowed(mayConnect: MayConnect): LookupFunction {
  return (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found = []) => {
      const refused = found.find(({ address }) => !mayConnect(address));
      if (error) done(error, '');
      else if (refused) done(refusal(refused.address, host), '');
      else if (options.all) done(null, found);
      else done(null, found[0]?.address ?? '', found[0]?.family);
    });
}

function refusal(address: string, host: string): Error {
  const at = host === address ? '' : `at ${address}, `;
  return new Error(`${host} is ${at}not on the public Internet; --allow-private fetches from there too`);
}

async function read(response: IncomingMessage): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding']?.toLowerCase();
  const decoder =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : undefined;
  const stream = decoder ? response.pipe(decoder) : response;
  response.once('error', (error) => decoder?.destroy(error));
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > largest) throw new Error(`it is larger than ${largest / 1024 / 1024} MB`);
      parts.push(part);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(parts);
}
