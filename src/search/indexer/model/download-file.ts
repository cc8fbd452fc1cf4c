import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ModelError } from './model-error.ts';

/** A file whose size and hash are known before it is asked for. */
export interface ExpectedFile {
  bytes: number;
  /** Of the content, or as git names it: SHA-1 of `blob <bytes>\0` and the content. */
  hash: { kind: 'sha256' | 'git'; digits: string };
}

export interface DownloadOptions {
  /** Milliseconds without a byte after which the server counts as gone. */
  patience?: number;
  /** Called with the bytes that are here so far. */
  onBytes?: (bytes: number) => void;
}

/** That a download failed; `status` is what the server answered, if it did. */
export class DownloadError extends ModelError {
  readonly status: number | undefined;

  constructor(
    where: string,
    found: string,
    { expected = 'the file', todo = 'Check the connection and build again.', status = undefined as number | undefined },
    cause?: unknown,
  ) {
    super({ where, found, expected, todo }, { cause });
    this.status = status;
  }
}

/** Connecting itself is given up after ten seconds, as `fetch` does. */
const PATIENCE = 30_000;
/** How often a download that moves on is taken up again after a cut. */
const MOST_CUTS = 8;
const underWay = new Map<string, Promise<void>>();

/**
 * Downloads a file unless it is there. What has come before a cut stays beside it as `.part`, and the next try, or the
 * next build, asks for the rest. The file appears under its name only when it is whole and its hash is right.
 *
 * @throws DownloadError, a ModelError
 */
export async function downloadFile(
  address: string,
  path: string,
  expected: ExpectedFile,
  options: DownloadOptions = {},
): Promise<void> {
  if (existsSync(path)) return;
  const running = underWay.get(path) ?? download(address, path, expected, options).finally(() => underWay.delete(path));
  underWay.set(path, running);
  return running;
}

async function download(address: string, path: string, expected: ExpectedFile, options: DownloadOptions) {
  const part = `${path}.part`;
  await mkdir(dirname(path), { recursive: true });
  for (let cuts = 0; ; cuts++) {
    const before = await sizeOf(part);
    if (before === expected.bytes) break;
    try {
      await receive(address, part, before, expected, options);
      break;
    } catch (error) {
      const cut = error instanceof DownloadError && error.status === undefined;
      if (!cut || cuts >= MOST_CUTS || (await sizeOf(part)) <= before) throw error;
    }
  }
  const found = await hashOf(part, expected);
  if (found !== expected.hash.digits) {
    await rm(part);
    throw new DownloadError(address, `a file with the hash ${found}, which was deleted`, {
      expected: expected.hash.digits,
      todo: 'Build again; if it stays so, ask whoever runs the server or the proxy in between.',
    });
  }
  await rename(part, path);
}

/** Asks for what is missing and writes it behind what is there. */
async function receive(
  address: string,
  part: string,
  before: number,
  { bytes }: ExpectedFile,
  { patience = PATIENCE, onBytes }: DownloadOptions,
): Promise<void> {
  const request = patientRequest(address, patience);
  try {
    let start = before;
    let response = await request.send(start === 0 ? {} : { range: `bytes=${start}-` });
    if (response.status === 416) {
      // What is there is no beginning of it.
      start = 0;
      response = await request.send({});
    }
    check(response, address);
    if (response.status !== 206 || !response.headers.get('content-range')?.startsWith(`bytes ${start}-`)) start = 0;
    let here = start;
    const chunks = async function* () {
      onBytes?.(here);
      for await (const chunk of response.body ?? []) {
        request.alive();
        here += chunk.length;
        if (here > bytes)
          throw new DownloadError(address, 'more bytes than that', { expected: String(bytes), status: 0 });
        yield chunk;
        onBytes?.(here);
      }
    };
    await pipeline(chunks, createWriteStream(part, { flags: start === 0 ? 'w' : 'a' }));
    if (here < bytes) throw new DownloadError(address, `the end after ${here} bytes`, { expected: `${bytes} bytes` });
  } catch (error) {
    throw request.explain(error);
  } finally {
    request.end();
  }
}

/** Gets what the hub tells about a repository. @throws DownloadError */
export async function downloadListing(
  address: string,
  { patience = PATIENCE }: DownloadOptions = {},
): Promise<unknown> {
  const request = patientRequest(address, patience);
  try {
    const response = await request.send({});
    check(response, address, 'the list of its files');
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new DownloadError(address, 'an answer that is no JSON', { expected: 'JSON' }, error);
    throw request.explain(error);
  } finally {
    request.end();
  }
}

/** A request that is given up when nothing comes for `patience` milliseconds. */
function patientRequest(address: string, patience: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  return {
    /** As it is on the server: unpacked on the way, its bytes could not be counted. */
    send: (headers: Record<string, string>) =>
      fetch(address, { headers: { 'accept-encoding': 'identity', ...headers }, signal: controller.signal }),
    alive: () => void timer.refresh(),
    end() {
      clearTimeout(timer);
      controller.abort();
    },
    explain(error: unknown): DownloadError {
      if (error instanceof DownloadError) return error;
      if (controller.signal.aborted)
        return new DownloadError(address, `no byte for ${patience / 1000} seconds`, {}, error);
      const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return new DownloadError(
        address,
        reason instanceof Error ? reason.message || reason.name : String(reason),
        {},
        error,
      );
    },
  };
}

/** @throws DownloadError when a server answers with something else than the file. */
function check({ ok, status, headers }: Response, address: string, expected = 'the file'): void {
  if (!ok)
    throw new DownloadError(address, `the answer ${status}`, {
      expected,
      todo: 'Check the name and HF_ENDPOINT.',
      status,
    });
  if (headers.get('content-type')?.startsWith('text/html'))
    throw new DownloadError(address, 'a web page', {
      expected,
      todo: 'Log in to this network, or check HF_ENDPOINT, and build again.',
      status,
    });
}

async function sizeOf(path: string): Promise<number> {
  return existsSync(path) ? (await stat(path)).size : 0;
}

async function hashOf(path: string, { bytes, hash: { kind } }: ExpectedFile): Promise<string> {
  const hash = kind === 'git' ? createHash('sha1').update(`blob ${bytes}\0`) : createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
