import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedOnDisk } from '../../../src/cache/disk-cache.ts';

let folder: string;
let made: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-disk-cache-'));
  made = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function make(): Promise<Map<string, Uint8Array>> {
  made += 1;
  return new Map([['core.bin', Uint8Array.of(1, 2, made)]]);
}

describe('what a build passes on to the next', () => {
  it('is read instead of made when requested with the same key', async () => {
    await cachedOnDisk(['code', 'content'], make, folder);
    expect(await cachedOnDisk(['code', 'content'], make, folder)).toEqual(
      new Map([['core.bin', Uint8Array.of(1, 2, 1)]]),
    );
    expect(made).toBe(1);
  });

  it('is made again when any part of the key differs', async () => {
    for (const key of [
      ['code', 'content'],
      ['other code', 'content'],
      ['code', 'other content'],
      ['code', undefined],
    ])
      await cachedOnDisk(key, make, folder);
    expect(made).toBe(4);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed by one bit',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 40), Buffer.of(bytes[40]! ^ 1), bytes.subarray(41)]),
    ],
  ])('is made anew when its file is %s', async (_, damage) => {
    await cachedOnDisk(['key'], make, folder);
    const [name] = await readdir(folder);
    await writeFile(join(folder, name!), damage(await readFile(join(folder, name!))));
    await cachedOnDisk(['key'], make, folder);
    expect(made).toBe(2);
    await cachedOnDisk(['key'], make, folder);
    expect(made).toBe(2);
  });

  it('does not pile up', async () => {
    for (let number = 0; number < 210; number++) await cachedOnDisk([number], make, folder);
    expect((await readdir(folder)).length).toBe(200);
    // A file of these takes 4 kB.
    const large = async () => new Uint8Array(4000);
    for (let number = 0; number < 30; number++)
      await cachedOnDisk(['large', number], large, folder, { files: 200, bytes: 100_000 });
    expect((await readdir(folder)).length).toBe(24);
    await cachedOnDisk(['large', 29], make, folder);
    expect(made).toBe(210);
  });

  it('is not kept when making it fails', async () => {
    await expect(cachedOnDisk(['key'], () => Promise.reject(new Error('no model')), folder)).rejects.toThrow(
      'no model',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
