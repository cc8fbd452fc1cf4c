import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tidyPictures } from '../../../src/integrations/tidy-pictures.ts';

const DAY = 86_400_000;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-pictures-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function picture(path: string, days: number): Promise<void> {
  const file = join(root, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, 'a picture');
  const then = new Date(Date.now() - days * DAY);
  await utimes(file, then, then);
}

test('pictures that were in no site for 90 days are dropped, and those of this one stay, however old they are', async () => {
  for (const name of ['lamp.a1.webp', 'remote.b2.webp', 'remote.b2.webp.json'])
    await picture(`cache/assets/${name}`, 400);
  await picture('cache/assets/former.c3.webp', 89);
  await picture('cache/assets/old.d4.webp', 91);
  for (const name of ['lamp.a1.webp', 'remote.b2.webp']) await picture(`site/_astro/${name}`, 0);
  await tidyPictures(join(root, 'cache'), join(root, 'site'));
  expect((await readdir(join(root, 'cache/assets'))).sort()).toEqual([
    'former.c3.webp',
    'lamp.a1.webp',
    'remote.b2.webp',
    'remote.b2.webp.json',
  ]);
  expect(Date.now() - (await stat(join(root, 'cache/assets/lamp.a1.webp'))).mtimeMs).toBeLessThan(DAY);
});

test('a content folder without pictures has nothing to drop', async () => {
  await tidyPictures(join(root, 'cache'), join(root, 'site'));
  expect(await readdir(root)).toEqual(['cache']);
});
