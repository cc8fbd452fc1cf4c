import { appendFile, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventLog } from '../../../../scripts/lib/collect/event-log.ts';
import { IdSet, RecentIds } from '../../../../scripts/lib/collect/recent-ids.ts';
import { makeEvent } from '../../analytics/make-event.ts';

const event = (number: number) => makeEvent({ type: 'open', article: 'refund-time', from: 'link' }, number);
const noon = new Date('2026-05-01T12:00:00Z');
let folder: string;
const lines = async (day = '2026-05-01') =>
  (await readFile(join(folder, `${day}.ndjson`), 'utf8')).split('\n').slice(0, -1);
const open = (now = noon) => EventLog.open(folder, { now: () => now });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-events-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the log of events', () => {
  it('keeps an event once, however often and in whatever company it comes', async () => {
    const { log } = await open();
    expect(await log.append([event(1), event(1), event(2)])).toEqual({ stored: 2, duplicates: 1 });
    expect(await log.append([event(2)])).toEqual({ stored: 0, duplicates: 1 });
    await log.close();
    expect((await lines()).map((line) => JSON.parse(line))).toEqual([event(1), event(2)]);
  });

  it('knows after a restart what it has stored on the days before', async () => {
    const { log } = await open();
    await log.append([event(1)]);
    await log.close();
    const again = await open(new Date('2026-05-03T00:10:00Z'));
    expect(again.known).toBe(1);
    expect(await again.log.append([event(1), event(2)])).toEqual({ stored: 1, duplicates: 1 });
    await again.log.close();
    expect(await lines('2026-05-03')).toHaveLength(1);
  });

  it('cuts a torn last line away at start and takes its event anew', async () => {
    const { log } = await open();
    await log.append([event(1)]);
    await log.close();
    await appendFile(join(folder, '2026-05-01.ndjson'), JSON.stringify(event(2)).slice(0, 40));
    const again = await open();
    expect(again.cut).toBe(40);
    expect(await again.log.append([event(2)])).toEqual({ stored: 1, duplicates: 0 });
    await again.log.close();
    expect((await lines()).map((line) => JSON.parse(line))).toEqual([event(1), event(2)]);
  });

  it('cuts a file that is nothing but a torn line down to nothing', async () => {
    await writeFile(join(folder, '2026-05-01.ndjson'), 'x'.repeat(200_000));
    const { log, cut } = await open();
    expect(cut).toBe(200_000);
    await log.close();
  });

  it('writes what arrives together, and answers each caller only when all is stored', async () => {
    const { log } = await open();
    const results = await Promise.all(
      Array.from({ length: 500 }, (_, index) => log.append([event(index), event(index + 1)])),
    );
    expect(results.reduce((sum, { stored }) => sum + stored, 0)).toBe(501);
    expect(new Set(await lines()).size).toBe(501);
    await log.close();
  });

  it('lets a second collector in only when the first has ended', async () => {
    const { log } = await open();
    await expect(open()).rejects.toThrow(
      `${folder}: another collector writes to this folder. Stop it, or choose another folder with --out; one folder takes one collector.`,
    );
    await log.append([event(1)]);
    await log.close();
    const again = await open();
    expect(again.known).toBe(1);
    await again.log.close();
  });

  it('takes the place of a collector that was killed', async () => {
    const gone = { token: 'x', process: 2 ** 22 + 1, host: hostname() };
    await writeFile(join(folder, 'collector.lock'), JSON.stringify(gone));
    const { log } = await open();
    await log.append([event(1)]);
    await log.close();
    expect(await readdir(folder)).toEqual(['2026-05-01.ndjson']);
  });

  it('promises nothing for a folder that was moved away, and goes on in a new one', async () => {
    const { log } = await open();
    await log.append([event(1)]);
    await rename(folder, `${folder}-moved`);
    expect(await log.append([event(2)])).toEqual({ stored: 1, duplicates: 0 });
    expect((await lines()).map((line) => JSON.parse(line))).toEqual([event(2)]);
    await log.close();
    await rm(`${folder}-moved`, { recursive: true });
  });

  it('stops promising when another has taken the folder over', async () => {
    const { log } = await open();
    await log.append([event(1)]);
    const other = { token: 'other', process: process.ppid, host: hostname() };
    await writeFile(join(folder, 'collector.lock'), JSON.stringify(other));
    const touch = setInterval(() => void utimes(join(folder, 'collector.lock'), new Date(), new Date()), 200);
    await expect(log.append([event(2)])).rejects.toThrow('another collector writes to this folder');
    clearInterval(touch);
    await log.close();
    expect(await lines()).toHaveLength(1);
  });

  it('promises no duplicate whose first copy could not be written, and keeps it when it comes again', async () => {
    const { log } = await EventLog.open(folder, { now: () => noon, mostBytes: 600 });
    await log.append([event(1)]);
    const many = Array.from({ length: 5 }, (_, index) => event(10 + index));
    const first = log.append(many);
    const duplicate = log.append([many[0]!]);
    await expect(first).rejects.toThrow('The file of 2026-05-01 has reached its limit of 600 bytes.');
    await expect(duplicate).rejects.toThrow('has reached its limit');
    expect(await log.append([many[0]!])).toEqual({ stored: 1, duplicates: 0 });
    await log.close();
    expect(await lines()).toHaveLength(2);
  });

  it('does not cut what a link in place of a day’s file leads to', async () => {
    const diary = join(folder, 'diary');
    await writeFile(diary, 'no line feed at the end');
    await symlink(diary, join(folder, '2026-05-01.ndjson'));
    await expect(open()).rejects.toThrow('2026-05-01.ndjson is no file of its own (a link, perhaps). Move it away');
    expect(await readFile(diary, 'utf8')).toBe('no line feed at the end');
  });

  it('knows its events after the clock was in other years for a while', async () => {
    let now = noon;
    const { log } = await EventLog.open(folder, { now: () => now });
    await log.append([event(1)]);
    for (const year of ['2099', '1970', '2050', '2080', '2081', '2090']) {
      now = new Date(`${year}-01-01T00:00:00Z`);
      await log.append([event(Number(year))]);
    }
    now = noon;
    expect(await log.append([event(1)])).toEqual({ stored: 0, duplicates: 1 });
    await log.close();
    const again = await open();
    expect(await again.log.append([event(1)])).toEqual({ stored: 0, duplicates: 1 });
    await again.log.close();
  });
});

describe('the ids of stored events', () => {
  it('are forgotten by the time that went by, and not by the clock', () => {
    let hours = 0;
    const ids = new RecentIds(() => hours * 3_600_000);
    ids.add('2026-05-01', event(1).id);
    hours = 95;
    ids.add('2026-05-05', event(2).id);
    expect([ids.has(event(1).id), ids.size]).toEqual([true, 2]);
    hours = 97;
    ids.add('2026-05-06', event(3).id);
    expect([ids.has(event(1).id), ids.size]).toEqual([false, 2]);
  });

  it('cost the same when they are made to want one place', () => {
    // In a table without a secret the place was first half XOR last half: here 0 for all.
    const id = (n: number): string => {
      const word = n.toString(16).padStart(8, '0');
      return `${word}-0000-4000-8000-0000${word}`;
    };
    const steps = (make: (n: number) => string): number => {
      const set = new IdSet();
      for (let n = 1; n <= 20_000; n++) set.add(make(n));
      return set.longestWay();
    };
    expect(steps(id)).toBeLessThan(200);
  });
});
