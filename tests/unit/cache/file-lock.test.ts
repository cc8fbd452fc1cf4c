import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lock } from '../../../src/cache/file-lock.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-lock-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('A file is had by one at a time, in the order in which it is let go', async () => {
  const file = join(folder, 'new', 'one');
  const order: string[] = [];
  const release = await lock(file);
  const second = lock(file).then((next) => {
    order.push('second');
    return next();
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  order.push('first');
  await release();
  await second;
  expect(order).toEqual(['first', 'second']);
});

it('A file that was left behind is taken: by a process that is gone, or long ago', async () => {
  const file = join(folder, 'left');
  // No system has so many processes.
  await writeFile(file, '99999999');
  await (await lock(file))();
  await writeFile(file, String(process.ppid));
  await utimes(file, 0, 0);
  const release = await lock(file);
  expect(await readFile(file, 'utf8')).toBe(String(process.pid));
  await release();
});
