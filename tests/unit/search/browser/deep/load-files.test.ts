import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadDeepFiles } from '../../../../../src/search/browser/deep/load-files.ts';
import type { BrowserCopy } from '../../../../../src/search/core/index/browser-copy.ts';

const folder = 'https://help.example.com/_search/';
const contents = { encoder: 'the network', tokenizer: '{"model":{}}', runtime: 'the runtime' };
/** What the host serves, by address. */
let served: Map<string, Uint8Array>;
/** Addresses that were fetched. */
let fetched: string[];
let copy: BrowserCopy;

beforeEach(() => {
  served = new Map();
  fetched = [];
  const part = (name: keyof typeof contents) => {
    const stored = gzipSync(contents[name]);
    served.set(`${folder}model/${name}.bin`, stored);
    return { name: `model/${name}.bin`, bytes: stored.length };
  };
  const files = {
    encoder: part('encoder'),
    tokenizer: part('tokenizer'),
    runtime: part('runtime'),
    loader: { name: 'model/loader.js', bytes: 7 },
  };
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  copy = { files, bytes, maxTokens: 128, queryPrefix: '', pooling: 'mean', dimensions: 2 };
  vi.stubGlobal('fetch', async (address: string) => {
    fetched.push(address);
    const content = served.get(address);
    return new Response((content as Uint8Array<ArrayBuffer>) ?? 'no such file', { status: content ? 200 : 404 });
  });
  vi.stubGlobal('caches', fakeCaches());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The part of the browser's Cache API that is used. */
function fakeCaches() {
  const kept = new Map<string, Uint8Array>();
  return {
    open: async () => ({
      match: async (address: string) =>
        kept.has(address) ? new Response(kept.get(address)! as Uint8Array<ArrayBuffer>) : undefined,
      put: async (address: string, response: Response) =>
        void kept.set(address, new Uint8Array(await response.arrayBuffer())),
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      delete: async (address: string) => kept.delete(address),
    }),
    kept,
  };
}

const text = (content: Uint8Array) => new TextDecoder().decode(content);

test('files are unpacked and their bytes counted up to the total', async () => {
  const progress: number[] = [];
  const files = await loadDeepFiles(folder, copy, (loaded) => progress.push(loaded));
  expect([text(files.encoder), text(files.tokenizer), text(files.runtime)]).toEqual(Object.values(contents));
  expect(files.loader).toBe(`${folder}model/loader.js`);
  expect(progress.at(-1)).toBe(copy.bytes);
  expect([...progress].sort((a, b) => a - b)).toEqual(progress);
});

test('the next visit fetches nothing that was stored, and still reports its progress', async () => {
  await (await loadDeepFiles(folder, copy, () => {})).keep();
  fetched = [];
  let last = 0;
  const files = await loadDeepFiles(folder, copy, (loaded) => (last = loaded));
  expect(fetched).toEqual([]);
  expect(text(files.encoder)).toBe(contents.encoder);
  expect(last).toBe(copy.bytes);
});

test('a kept file that was damaged since is fetched anew, with the others', async () => {
  await (await loadDeepFiles(folder, copy, () => {})).keep();
  const { kept } = caches as unknown as { kept: Map<string, Uint8Array> };
  const address = `${folder}model/encoder.bin`;
  kept.set(address, kept.get(address)!.subarray(0, -5));
  fetched = [];
  let last = 0;
  const files = await loadDeepFiles(folder, copy, (loaded) => (last = loaded));
  expect(text(files.encoder)).toBe(contents.encoder);
  expect(fetched.sort()).toEqual([...served.keys()].sort());
  expect([last, files.fromStore]).toEqual([copy.bytes, false]);
  await files.keep();
  expect(kept.get(address)).toEqual(new Uint8Array(served.get(address)!));
});

test('kept files that turn out to be no model can be forgotten', async () => {
  await (await loadDeepFiles(folder, copy, () => {})).keep();
  const files = await loadDeepFiles(folder, copy, () => {});
  expect(files.fromStore).toBe(true);
  await files.forget();
  fetched = [];
  expect((await loadDeepFiles(folder, copy, () => {})).fromStore).toBe(false);
  expect(fetched).toHaveLength(3);
});

test('files that were never confirmed to work are not stored', async () => {
  await loadDeepFiles(folder, copy, () => {});
  fetched = [];
  await loadDeepFiles(folder, copy, () => {});
  expect(fetched).toHaveLength(3);
});

test('keeping a new model forgets the old one and nothing of another site on the same host', async () => {
  const { kept } = caches as unknown as { kept: Map<string, Uint8Array> };
  kept.set(`${folder}model/encoder.old.bin`, new Uint8Array());
  kept.set('https://help.example.com/other/_search/model/encoder.bin', new Uint8Array());
  await (await loadDeepFiles(folder, copy, () => {})).keep();
  expect([...kept.keys()].sort()).toEqual(
    ['https://help.example.com/other/_search/model/encoder.bin', ...served.keys()].sort(),
  );
});

test.each([
  ['is missing', undefined],
  ['cannot be opened', { open: () => Promise.reject(new DOMException('denied', 'SecurityError')) }],
  [
    'is full',
    {
      open: async () => ({
        match: async () => undefined,
        keys: async () => [],
        put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
      }),
    },
  ],
])('when the browser’s cache %s, the files are downloaded and nothing fails', async (_, broken) => {
  vi.stubGlobal('caches', broken);
  const files = await loadDeepFiles(folder, copy, () => {});
  await files.keep();
  expect(text(files.runtime)).toBe(contents.runtime);
});

test('a file that the host does not have is named with its status', async () => {
  served.delete(`${folder}model/runtime.bin`);
  await expect(loadDeepFiles(folder, copy, () => {})).rejects.toThrow(
    `${folder}model/runtime.bin: found status 404, expected the file. Publish the folder _search/ with the site.`,
  );
});

test('a file that was cut on the way is noticed', async () => {
  const address = `${folder}model/encoder.bin`;
  served.set(address, served.get(address)!.subarray(0, -3));
  await expect(loadDeepFiles(folder, copy, () => {})).rejects.toThrow(
    'Search index file model/encoder.bin: found compressed content that is cut or damaged, expected a whole gzip file.',
  );
});

test('a host that unpacked a file on the way does no harm', async () => {
  served.set(`${folder}model/tokenizer.bin`, new TextEncoder().encode(contents.tokenizer));
  expect(text((await loadDeepFiles(folder, copy, () => {})).tokenizer)).toBe(contents.tokenizer);
});
