import { mkdtempSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RecordCache } from '../../../src/cache/record-cache.ts';

let root: string;
let folder: string;
let opened: RecordCache<string>[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-records-'));
  folder = join(root, 'records');
  opened = [];
});
afterEach(async () => {
  for (const cache of opened) cache.close();
  await rm(root, { recursive: true, force: true });
});

/** The cache as a process of its own opens it. */
function open(): RecordCache<string> {
  const cache = new RecordCache<string>(folder);
  opened.push(cache);
  return cache;
}

function filled(records: Record<string, string>): RecordCache<string> {
  const cache = open();
  for (const [key, record] of Object.entries(records)) cache.set(key, record);
  return cache;
}

const MEGABYTE = 'x'.repeat(1_000_000);

async function bytesInFolder(): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('Records', () => {
  test('are what was kept, in this process and the next, whatever they are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), (records) => {
        folder = mkdtempSync(join(root, 'run-'));
        const expected = Object.entries(records);
        const cache = filled(records);
        for (const [key, record] of expected) expect(cache.get(key)).toBe(record);
        cache.save();
        const next = open();
        for (const [key, record] of expected) expect([next.has(key), next.get(key)]).toEqual([true, record]);
        cache.close();
        next.close();
      }),
      { numRuns: 25 },
    );
  });

  test('outlive a process that is killed, but for what came after the last million bytes', () => {
    filled({ one: MEGABYTE, two: MEGABYTE, three: 'not written yet' });
    const next = open();
    expect(['one', 'two', 'three'].map((key) => next.has(key))).toEqual([true, true, false]);
  });

  test('are not there when a file is cut off or changed, and the other files are read', async () => {
    filled({ one: MEGABYTE });
    const [first] = await readdir(folder);
    filled({ two: MEGABYTE });
    const file = join(folder, first!);
    const bytes = await readFile(file);
    for (const damaged of [bytes.subarray(0, 1000), bytes.with(5000, 1), Buffer.alloc(0)]) {
      await writeFile(file, damaged);
      const cache = open();
      expect([cache.get('one'), cache.get('two')]).toEqual([undefined, MEGABYTE]);
    }
    const last = open();
    last.tidy();
    expect(await readdir(folder)).not.toContain(first);
  });

  test('that nobody used are dropped once they are more than the others and four million bytes', async () => {
    filled(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`old ${index}`, MEGABYTE]))).tidy();
    const second = filled({ new: MEGABYTE });
    second.get('old 0');
    second.keep('old 1');
    second.tidy();
    expect(second.get('old 1')).toBe(MEGABYTE);
    expect(await bytesInFolder()).toBeLessThan(3_100_000);
    const third = open();
    expect(['new', 'old 0', 'old 1', 'old 2'].map((key) => third.has(key))).toEqual([true, true, true, false]);
  });

  test('that nobody used stay while they are few: the next branch may have them again', () => {
    filled({ one: MEGABYTE, two: MEGABYTE }).tidy();
    const second = open();
    second.get('one');
    second.tidy();
    expect(open().get('two')).toBe(MEGABYTE);
  });

  test('are joined into few files', async () => {
    for (let index = 0; index < 70; index++) filled({ [`edit ${index}`]: 'short' }).save();
    expect(await readdir(folder)).toHaveLength(70);
    const last = open();
    for (let index = 0; index < 70; index++) last.keep(`edit ${index}`);
    last.tidy();
    expect(await readdir(folder)).toHaveLength(1);
    expect([last.get('edit 0'), open().get('edit 69')]).toEqual(['short', 'short']);
  });

  test('can be read on while another process drops and joins their files', () => {
    const old = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`old ${index}`, MEGABYTE]));
    filled(old).tidy();
    const reading = open();
    const other = filled({ new: 'other' });
    other.tidy();
    expect(open().has('old 3')).toBe(false);
    for (const key of Object.keys(old)) expect(reading.get(key)).toBe(MEGABYTE);
    reading.tidy();
    expect(open().get('new')).toBe('other');
  });

  test('stay in memory where nothing can be written', async () => {
    await writeFile(folder, 'no folder');
    const cache = filled({ one: MEGABYTE, two: MEGABYTE });
    cache.tidy();
    expect([cache.get('one'), cache.get('two')]).toEqual([MEGABYTE, MEGABYTE]);
  });
});
