import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloadFile, type ExpectedFile } from '../../../../../src/search/indexer/model/download-file.ts';
import { always, type FakeHub, gitHash, revision, sha256, startHub } from './fake-hub.ts';

const content = Uint8Array.from({ length: 300_000 }, (_, place) => Math.imul(place, 2654435761) >>> 24);
const expected: ExpectedFile = { bytes: content.length, hash: { kind: 'sha256', digits: sha256(content) } };

let hub: FakeHub;
let folder: string;
let path: string;
let address: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-download-'));
  path = join(folder, 'below', 'model.safetensors');
  hub = await startHub(new Map([['model.safetensors', content]]));
  address = `${hub.origin}/example/tiny/resolve/${revision}/model.safetensors`;
});
afterEach(async () => {
  hub.close();
  await rm(folder, { recursive: true });
});

/** Ends the connection after so many of the bytes that it was to send, so often. */
function cutAfter(bytes: number, times: number): void {
  let left = times;
  hub.fault = (request, response) => {
    if (left-- <= 0) return undefined;
    const start = Number(/=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (start > 0) {
      response.statusCode = 206;
      response.setHeader('content-range', `bytes ${start}-${content.length - 1}/${content.length}`);
    }
    response.setHeader('content-length', content.length - start);
    response.write(content.subarray(start, start + bytes), () => setTimeout(() => response.destroy(), 30));
    return true;
  };
}

const here = async () => new Uint8Array(await readFile(path));
const download = (options = {}) => downloadFile(address, path, expected, options);
const ranges = () => hub.asked.map((asked) => asked.split(' ')[1] ?? 'all');

test('a file comes whole, is told as it comes, and is not asked for again', async () => {
  const told: number[] = [];
  await download({ onBytes: (bytes: number) => told.push(bytes) });
  expect(await here()).toEqual(content);
  expect([told[0], told.at(-1)]).toEqual([0, content.length]);
  await download();
  expect(hub.asked).toHaveLength(1);
  expect(existsSync(`${path}.part`)).toBe(false);
});

test('two that want the same file at once download it once', async () => {
  await Promise.all([download(), download()]);
  expect(hub.asked).toHaveLength(1);
  expect(await here()).toEqual(content);
});

test('a hash as git gives it is checked as well', async () => {
  await downloadFile(address, path, { bytes: content.length, hash: { kind: 'git', digits: gitHash(content) } });
  expect(await here()).toEqual(content);
});

test('a download that is cut goes on from where it was, as often as it moves on', async () => {
  cutAfter(100_000, 2);
  await download();
  expect(await here()).toEqual(content);
  expect(ranges()).toEqual(['all', 'bytes=100000-', 'bytes=200000-']);
});

test('one that is cut before anything came ends, and leaves what it had to the next build', async () => {
  cutAfter(100_000, 1);
  const first = hub.fault;
  hub.fault = (request, response) => {
    if (!first(request, response)) response.destroy();
    return true;
  };
  await expect(download()).rejects.toThrow(`${address}: found other side closed; expected the file.`);
  expect((await stat(`${path}.part`)).size).toBe(100_000);
  hub.fault = () => undefined;
  hub.asked = [];
  await download();
  expect(ranges()).toEqual(['bytes=100000-']);
  expect(await here()).toEqual(content);
});

test('a server that does not know ranges sends the file anew, and it is right', async () => {
  await download().then(() => rm(path));
  await writeFile(`${path}.part`, content.subarray(0, 5000));
  hub.fault = always(content);
  await download();
  expect(await here()).toEqual(content);
});

test('what is longer than the file is no beginning of it: told so, the download begins anew', async () => {
  await download().then(() => rm(path));
  await writeFile(`${path}.part`, new Uint8Array(content.length + 1));
  hub.asked = [];
  await download();
  expect(ranges()).toEqual([`bytes=${content.length + 1}-`, 'all']);
  expect(await here()).toEqual(content);
});

test('a file of another hash is deleted, and told with both', async () => {
  const other = content.map((byte) => byte ^ 1);
  hub.files.set('model.safetensors', other);
  await expect(download()).rejects.toThrow(
    `${address}: found a file with the hash ${sha256(other)}, which was deleted; expected ${sha256(content)}. Build again; ` +
      'if it stays so, ask whoever runs the server or the proxy in between.',
  );
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
});

test('a rest that does not fit what was there before is found by the hash, and the next try begins anew', async () => {
  await download().then(() => rm(path));
  await writeFile(`${path}.part`, new Uint8Array(5000));
  await expect(download()).rejects.toThrow('which was deleted');
  await download();
  expect(await here()).toEqual(content);
});

test('a file that is longer than it should be is given up at the first byte too many', async () => {
  hub.files.set('model.safetensors', Uint8Array.from([...content, 1]));
  await expect(download()).rejects.toThrow(`found more bytes than that; expected ${content.length}.`);
  expect(hub.asked).toHaveLength(1);
});

test('a server that stops sending is left after the patience for it; a slow one that goes on is not', async () => {
  let resume = () => {};
  hub.fault = (_request, response) => {
    response.setHeader('content-length', content.length);
    response.write(content.subarray(0, 1000));
    let sent = 1000;
    resume = () => {
      const timer = setInterval(() => {
        response.write(content.subarray(sent, sent + 60_000));
        sent += 60_000;
        if (sent >= content.length) {
          clearInterval(timer);
          response.end();
        }
      }, 60);
    };
    return true;
  };
  await expect(download({ patience: 150 })).rejects.toThrow(
    `${address}: found no byte for 0.15 seconds; expected the file. Check the connection and build again.`,
  );
  await rm(`${path}.part`);
  const slow = download({ patience: 150, onBytes: (bytes: number) => bytes === 1000 && resume() });
  await slow;
  expect(await here()).toEqual(content);
});

test('a redirect to another host is followed, for a rest too', async () => {
  const store = await startHub(new Map([['model.safetensors', content]]));
  try {
    const elsewhere = store.origin.replace('127.0.0.1', 'localhost');
    hub.fault = (request, response) => {
      response.writeHead(302, { location: `${elsewhere}${request.url}` }).end();
      return true;
    };
    await download();
    expect(await here()).toEqual(content);
    await rm(path);
    await writeFile(`${path}.part`, content.subarray(0, 5000));
    await download();
    expect(await here()).toEqual(content);
    expect(store.asked.at(-1)).toMatch(/ bytes=5000-$/);
  } finally {
    store.close();
  }
});

test('a web page in place of the file is told as one, and nothing is kept of it', async () => {
  hub.fault = always('<!doctype html><title>Log in to the hotel’s network</title>', {
    'content-type': 'text/html; charset=utf-8',
  });
  await expect(download()).rejects.toThrow(
    `${address}: found a web page; expected the file. Log in to this network, or check HF_ENDPOINT, and build again.`,
  );
  expect(existsSync(`${path}.part`)).toBe(false);
});

test('a file that is not there is told with the answer', async () => {
  hub.files.clear();
  await expect(download()).rejects.toThrow(
    `${address}: found the answer 404; expected the file. Check the name and HF_ENDPOINT.`,
  );
});
