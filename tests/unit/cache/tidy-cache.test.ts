import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFolderAtomically } from '../../../src/cache/atomic-write.ts';
import { tidyCache } from '../../../src/cache/tidy-cache.ts';
import { touch } from '../../../src/cache/touch.ts';

const DAY = 86_400_000;
const MOST = { models: 1000, posters: 1000 };

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'signpost-tidy-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

/** A folder of the cache with a file of that size, last used some days ago. */
async function folder(name: string, { days, bytes = 100 }: { days: number; bytes?: number }): Promise<void> {
  await mkdir(join(cache, name), { recursive: true });
  await writeFile(join(cache, name, 'weights.bin'), Buffer.alloc(bytes));
  await usedBefore(name, days);
}

async function file(name: string, { days, bytes = 100 }: { days: number; bytes?: number }): Promise<void> {
  await mkdir(join(cache, name, '..'), { recursive: true });
  await writeFile(join(cache, name), Buffer.alloc(bytes));
  await usedBefore(name, days);
}

async function usedBefore(name: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * DAY);
  await utimes(join(cache, name), then, then);
}

const left = async (kind: string): Promise<string[]> => (await readdir(join(cache, kind))).sort();

describe('At the end of a build the cache', () => {
  test('loses what nobody has used for 90 days, and keeps the rest', async () => {
    await folder('models/old', { days: 91 });
    await folder('models/new', { days: 89 });
    await file('posters/old.webp', { days: 91 });
    await tidyCache(cache, MOST);
    expect([await left('models'), await left('posters')]).toEqual([['new'], []]);
  });

  test('loses what was not used for longest where a kind takes more than it may', async () => {
    for (const days of [2, 3, 4]) await folder(`models/${days} days`, { days, bytes: 400 });
    await tidyCache(cache, MOST);
    expect(await left('models')).toEqual(['2 days', '3 days']);
  });

  test('keeps what was used within a day, however much it is, and does not count it', async () => {
    for (const name of ['one', 'two']) await folder(`models/${name}`, { days: 0.9, bytes: 5000 });
    await folder('models/before', { days: 2, bytes: 900 });
    await tidyCache(cache, MOST);
    expect(await left('models')).toEqual(['before', 'one', 'two']);
  });

  test('keeps an old entry that is used again', async () => {
    await folder('models/touched', { days: 91 });
    await folder('models/opened', { days: 91 });
    await touch(join(cache, 'models/touched'));
    await createFolderAtomically(join(cache, 'models/opened'), () => Promise.reject(new Error('It is there.')));
    await tidyCache(cache, MOST);
    expect(await left('models')).toEqual(['opened', 'touched']);
  });

  test('loses what killed processes left half written, and nothing that is being written', async () => {
    await folder('models/killed.0b5c.tmp', { days: 2 });
    await folder('models/written.7d1a.tmp', { days: 0 });
    await tidyCache(cache, MOST);
    expect(await left('models')).toEqual(['written.7d1a.tmp']);
  });

  test('keeps what is of no kind that builds make', async () => {
    await folder('browser-153/chromium', { days: 500 });
    await file('types.tsbuildinfo', { days: 500 });
    await tidyCache(cache);
    expect(await readdir(cache)).toEqual(['browser-153', 'types.tsbuildinfo']);
  });

  test('is as full after two builds that end at once', async () => {
    for (let index = 0; index < 20; index++) await folder(`models/${index}`, { days: index < 10 ? 2 : 91, bytes: 10 });
    await Promise.all([tidyCache(cache, MOST), tidyCache(cache, MOST)]);
    expect(await left('models')).toHaveLength(10);
  });
});
