import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countEvents } from '../../../../../scripts/lib/insights/count/count-events.ts';
import { countInWorker } from '../../../../../scripts/lib/insights/count/worker-client.ts';
import { makeEvent } from '../../../analytics/make-event.ts';

const silent = { start() {}, advance() {}, stop() {} };
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-count-apart-'));
  file = join(folder, 'events.ndjson');
  const events = [
    makeEvent(
      {
        type: 'search',
        query: 'Export my bills?',
        length: 16,
        verdict: 'none',
        tier: 'instant',
        results: 3,
        rank: null,
        article: null,
      },
      1,
    ),
    makeEvent({ type: 'open', article: 'invoices', from: 'search' }, 2),
    makeEvent({ type: 'not-helpful', article: 'invoices', reason: 'wrong' }, 3, 2),
  ];
  await writeFile(file, `${events.map((event) => JSON.stringify(event)).join('\n')}\nno event\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe('counting in a thread of its own', () => {
  it('counts the same as counting in this thread', async () => {
    const apart = await countInWorker([file], 100, silent);
    expect(apart).toEqual(await countEvents([file], 100, silent));
    expect(apart.tally.events).toBe(3);
  });

  it('shows its progress on large files', async () => {
    const large = join(folder, 'large.ndjson');
    await writeFile(large, `${' '.repeat(1023)}\n`.repeat(21 * 1024));
    const progress = { start: vi.fn(), advance: vi.fn<(steps: number) => void>(), stop: vi.fn() };
    await countInWorker([large], 100, progress);
    expect(progress.start).toHaveBeenCalledExactlyOnceWith('Counting', 42);
    expect(progress.advance.mock.calls.reduce((sum, [steps]) => sum + steps, 0)).toBe(21);
    expect(progress.stop).toHaveBeenCalledOnce();
  });

  it('names a file that is not there', async () => {
    await expect(countInWorker([join(folder, 'nowhere.ndjson')], 100, silent)).rejects.toThrow(
      'nowhere.ndjson cannot be read; name files of events, such as events/*.ndjson.',
    );
  });
});
