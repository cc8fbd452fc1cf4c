import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type CacheBounds, EmbeddingCache } from '../../../../../src/search/indexer/embed/embedding-cache.ts';

const dimensions = 4;
const recordBytes = 16 + dimensions + 4;
const bounds: CacheBounds = { smallSegments: 3, largeSegment: 10 * recordBytes, most: 1_000 * recordBytes };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embeddings-'));
});

const open = (changed: Partial<CacheBounds> = {}) => EmbeddingCache.open(folder, dimensions, { ...bounds, ...changed });
const key = (text: string) => EmbeddingCache.key('model', '', text);
const embedding = (text: string) => ({ key: key(text), codes: Int8Array.of(1, 2, 3, text.length) });
const files = async () => (await readdir(folder)).map((name) => join(folder, name));
const bytes = async () =>
  (await Promise.all((await files()).map(async (file) => (await stat(file)).size))).reduce(
    (sum, size) => sum + size,
    0,
  );

/** Which of the texts are there. */
function known(cache: EmbeddingCache, texts: readonly string[]): string[] {
  const found: string[] = [];
  cache.read(texts.map(key), (place, codes) => {
    expect(codes).toEqual(embedding(texts[place]!).codes);
    found.push(texts[place]!);
  });
  return found.sort();
}

/** Lets files be of some days ago; all that there are unless said. */
async function age(days: number, which?: readonly string[]): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000);
  for (const file of which ?? (await files())) await utimes(file, then, then);
}

test('gives each place in the list its embedding, a text that stands there twice included', async () => {
  const cache = await open();
  await cache.add(['one', 'three'].map(embedding));
  await cache.add(['seven'].map(embedding));
  const seen: [number, number][] = [];
  cache.read(['seven', 'none', 'one', 'seven'].map(key), (place, codes) => seen.push([place, codes[3]!]));
  expect(seen.sort()).toEqual([
    [0, 5],
    [2, 3],
    [3, 5],
  ]);
});

test('joins small segments and leaves large ones as they are', async () => {
  const large = Array.from({ length: 10 }, (_, place) => `large ${place}`);
  const first = await open();
  await first.add(large.map(embedding));
  const [whole] = await files();
  for (let place = 0; place < 8; place++) await first.add([embedding(`small ${place}`)]);
  expect(await files()).toContain(whole);
  expect((await files()).length).toBeLessThanOrEqual(1 + bounds.smallSegments);
  const all = [...large, ...Array.from({ length: 8 }, (_, place) => `small ${place}`)];
  expect(known(first, all)).toEqual(all.sort());
  expect(known(await open(), all)).toEqual(all);
});

test('joins segments of more records than are read at a time, each record under its own key', async () => {
  const cache = await open({ largeSegment: 1_000_000 });
  const texts = Array.from({ length: 2400 }, (_, place) => `text ${place}`).sort();
  for (let from = 0; from < texts.length; from += 600) await cache.add(texts.slice(from, from + 600).map(embedding));
  expect(await files()).toHaveLength(1);
  expect(known(cache, texts)).toEqual(texts);
  expect(known(await open(), texts)).toEqual(texts);
});

test('what two builds embedded at the same time is kept once', async () => {
  const [one, other] = [await open(), await open()];
  for (const cache of [one, other]) await cache.add([embedding('same')]);
  const later = await open({ smallSegments: 1 });
  await later.add([embedding('new')]);
  expect(known(later, ['same', 'new'])).toEqual(['new', 'same']);
  expect(await bytes()).toBe(8 + 2 * recordBytes);
});

test('keeps all within its bound, used or not', async () => {
  const cache = await open();
  await cache.add(['one', 'two'].map(embedding));
  const later = await open();
  await later.tidy();
  expect(known(await open(), ['one', 'two'])).toEqual(['one', 'two']);
});

test('above its bound drops what this build did not use, from what was used longest ago on', async () => {
  const texts = (of: string) => Array.from({ length: 12 }, (_, place) => `${of} ${place}`);
  const before = await open();
  await before.add(texts('old').map(embedding));
  await age(3);
  const old = await files();
  await before.add(texts('recent').map(embedding));
  // What was written and what was used within one millisecond have no order.
  await age(
    1,
    (await files()).filter((file) => !old.includes(file)),
  );
  const now = await open({ most: 25 * recordBytes });
  expect(known(now, ['old 3', 'old 5'])).toHaveLength(2);
  await now.add(texts('new').map(embedding));
  await now.tidy();
  const left = await open();
  // The old segment was used now, so the recent one is the older one.
  expect(known(left, texts('recent'))).toEqual([]);
  expect(known(left, texts('old'))).toHaveLength(12);
  expect(known(left, texts('new'))).toHaveLength(12);
});

test('keeps of an old segment what this build used, and no more where there is no room', async () => {
  const before = await open();
  await before.add(['one', 'two', 'three'].map(embedding));
  const now = await open({ most: 2 * recordBytes });
  expect(known(now, ['two'])).toEqual(['two']);
  await now.tidy();
  expect(known(now, ['one', 'two', 'three'])).toEqual(['two']);
  expect(known(await open(), ['one', 'two', 'three'])).toEqual(['two']);
});

test('a segment that another build joined meanwhile counts as none', async () => {
  const cache = await open();
  await cache.add([embedding('one')]);
  const other = await open({ smallSegments: 0 });
  await other.add([embedding('two')]);
  expect(known(cache, ['one'])).toEqual([]);
  expect(known(other, ['one', 'two'])).toEqual(['one', 'two']);
});

test('joins segments of more records than are read at a time', async () => {
  const texts = Array.from({ length: 1_300 }, (_, place) => `text ${place}`);
  const cache = await open({ smallSegments: 1, largeSegment: 2_000 * recordBytes });
  await cache.add(texts.map(embedding));
  await cache.add([embedding('another')]);
  expect(await files()).toHaveLength(1);
  expect(known(cache, texts)).toEqual(texts.toSorted());
  expect(known(await open(), texts)).toEqual(texts.toSorted());
});

test('trusts no segment in which a key stands twice', async () => {
  const cache = await open();
  await cache.add([embedding('one'), { key: key('one'), codes: Int8Array.of(9, 9, 9, 9) }, embedding('two')]);
  expect(known(await open(), ['one', 'two'])).toEqual([]);
});

test('after a file was lost embeds what it had anew, and finds the others', async () => {
  const cache = await open({ smallSegments: 1 });
  await cache.add([embedding('lost')]);
  for (const file of await files()) await rm(file);
  await cache.add([embedding('later')]);
  expect(known(cache, ['lost', 'later'])).toEqual(['later']);
});
