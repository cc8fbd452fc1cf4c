import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../../../../src/cache/cache-folder.ts';
import { ENGLISH_MODEL } from '../../../../../src/schemas/search-settings.ts';
import { type NetworkOptions, openNetwork } from '../../../../../src/search/indexer/model/network.ts';
import { networkThreads } from '../../../../../src/search/indexer/model/network-threads.ts';
import { prepareModel } from '../../../../../src/search/indexer/model/prepare-model.ts';

/** [CLS], some words, [SEP]. */
const batch = (word: number, length: number) => [[101, ...Array.from({ length }, (_, place) => word + place), 102]];

describe('network threads', () => {
  let folder = '';
  const at = (path: string): NetworkOptions => ({
    path,
    dtype: 'q8',
    pooling: 'mean',
  });

  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'signpost-threads-'))));
  afterAll(() => rm(folder, { recursive: true }));

  test('each batch gets the vectors that one network gives it, however many wait for however few threads', async () => {
    const options = at((await prepareModel(ENGLISH_MODEL, { cache: cacheFolder() })).folder);
    const batches = Array.from({ length: 40 }, (_, place) => batch(2000 + 7 * place, 1 + (place % 5)));
    const alone = await openNetwork(options);
    const expected: Float32Array[][] = [];
    for (const texts of batches) expected.push(await alone(texts));
    const { run } = networkThreads(options, 2);
    expect(await Promise.all(batches.map(run))).toEqual(expected);
    expect(await run(batches[3]!)).toEqual(expected[3]);
  });

  test('threads end at rest after much work only, and the next batch gets the same vectors from others', async () => {
    const options = at((await prepareModel(ENGLISH_MODEL, { cache: cacheFolder() })).folder);
    const began: Worker[] = [];
    const begins = (thread: Worker): void => void began.push(thread);
    process.on('worker', begins);
    const { run, rest } = networkThreads(options, 2);
    const first = await run(batch(2000, 1));
    rest();
    expect(await run(batch(2000, 1))).toEqual(first);
    expect(began).toHaveLength(1);
    await Promise.all(Array.from({ length: 256 }, (_, place) => run(batch(2000 + place, 1))));
    expect(began).toHaveLength(2);
    const ended = Promise.all(began.map((thread) => new Promise((resolve) => thread.once('exit', resolve))));
    rest();
    await ended;
    expect(await run(batch(2000, 1))).toEqual(first);
    expect(began).toHaveLength(3);
    process.off('worker', begins);
  });

  test('a network that cannot be opened is told to everyone who waits for it', async () => {
    const { run } = networkThreads(at(join(folder, 'nothing')), 1);
    const answers = await Promise.allSettled([1, 2, 3].map((length) => run(batch(2000, length))));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(run(batch(2000, 1))).rejects.toThrow(/nothing/);
  });
});
