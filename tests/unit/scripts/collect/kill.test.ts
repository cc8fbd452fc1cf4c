import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventSchema } from '../../../../src/schemas/events.ts';
import { makeEvent } from '../../analytics/make-event.ts';
import { startCollector } from './support.ts';

const KILLS = 20;
const SENDERS = 8;

/** Sends batches until the collector is gone; an unacknowledged batch is sent again after the restart. */
async function load(url: string, acknowledged: Set<string>, unsent: string[][]): Promise<void> {
  for (;;) {
    const ids = unsent.pop() ?? Array.from({ length: 20 }, () => randomUUID());
    const events = ids.map((id) => ({
      ...makeEvent({ type: 'open', article: 'refund-time', from: 'link' }, 1, 1, new Date().toISOString()),
      id,
    }));
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ events }) }).catch(() => undefined);
    const body = await answer?.json().catch(() => undefined);
    if (!answer?.ok || body === undefined) return void unsent.push(ids);
    for (const id of ids) acknowledged.add(id);
  }
}

async function storedEvents(folder: string): Promise<unknown[]> {
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return files.flatMap((text) => text.split('\n').slice(0, -1)).map((line) => JSON.parse(line) as unknown);
}

describe('the collector as a process', () => {
  it(`loses no acknowledged event and keeps each once over ${KILLS} kill -9 under load`, {
    timeout: 300_000,
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-kill-'));
    const acknowledged = new Set<string>();
    const unsent: string[][] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const { child, url, ended } = await startCollector(folder);
      const senders = Array.from({ length: SENDERS }, () => load(url, acknowledged, unsent));
      // Killed at another moment each time, with requests of all senders under way.
      await new Promise((resolve) => setTimeout(resolve, 50 + ((kill * 37) % 100)));
      child.kill('SIGKILL');
      await Promise.all([...senders, ended]);
    }
    // A last start mends the last torn line.
    const { child, ended } = await startCollector(folder);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });

    const ids = (await storedEvents(folder)).map((line) => eventSchema.parse(line).id);
    const stored = new Set(ids);
    expect(acknowledged.size).toBeGreaterThan(KILLS * 20);
    expect([...acknowledged].filter((id) => !stored.has(id)).length).toBe(0);
    expect(ids.length).toBe(stored.size);
    await rm(folder, { recursive: true });
  });

  it('on SIGTERM finishes what it has begun and says so', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signpost-term-'));
    const { child, url, ended } = await startCollector(folder);
    const acknowledged = new Set<string>();
    const unsent: string[][] = [];
    const senders = Array.from({ length: SENDERS }, () => load(url, acknowledged, unsent));
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGTERM');
    await Promise.all(senders);
    expect(await ended).toMatchObject({
      code: 0,
      output: expect.stringContaining('Stopped; every acknowledged event is in its file.'),
    });
    const ids = new Set((await storedEvents(folder)).map((line) => eventSchema.parse(line).id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
