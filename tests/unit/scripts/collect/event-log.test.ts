import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventLog } from '../../../../scripts/lib/collect/event-log.ts';
import { makeEvent } from '../../analytics/make-event.ts';

const event = (number: number) => makeEvent({ type: 'open', article: 'refund-time', from: 'link' }, number);
const noon = new Date('2026-05-01T12:00:00Z');
let folder: string;
const lines = async (day = '2026-05-01') =>
  (await readFile(join(folder, `${day}.ndjson`), 'utf8')).split('\n').slice(0, -1);
const open = (now = noon) => EventLog.open(folder, () => now);

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
    expect((await open()).cut).toBe(200_000);
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
});
