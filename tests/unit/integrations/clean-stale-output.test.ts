import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isWrittenSince, prepareOutput, removeStaleOutput } from '../../../src/integrations/clean-stale-output.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stale-output-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), file);
  }
}

async function files(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Begins a build a moment after all that was written before. */
async function begin(): Promise<number> {
  await setTimeout(20);
  return prepareOutput(folder);
}

describe('A build over a former one', () => {
  test('leaves what it wrote, the same or not, and removes everything else with the folders left empty', async () => {
    await write('index.html', 'en/kept/index.html', 'en/gone/deep/index.html', 'en/gone.md', '.well-known/old');
    const began = await begin();
    await write('index.html', 'en/kept/index.html', 'en/new/index.html');
    await removeStaleOutput(folder, began);
    expect(await files()).toEqual(['en/kept/index.html', 'en/new/index.html', 'index.html']);
    expect((await readdir(join(folder, 'en'))).sort()).toEqual(['kept', 'new']);
  });

  test('leaves former files that it is still going to write, and knows them from its own', async () => {
    await write('files/guide.pdf', 'old/index.html');
    const began = await begin();
    await write('index.html');
    await removeStaleOutput(folder, began, ['files/guide.pdf']);
    expect(await files()).toEqual(['files/guide.pdf', 'index.html']);
    expect([
      await isWrittenSince(join(folder, 'files/guide.pdf'), began),
      await isWrittenSince(join(folder, 'index.html'), began),
      await isWrittenSince(join(folder, 'none'), began),
    ]).toEqual([false, true, false]);
  });

  test('leaves the repository that the site is published from', async () => {
    await write('.git/HEAD', '.git/objects/pack/one', 'old.html');
    await removeStaleOutput(folder, await begin());
    expect(await files()).toEqual(['.git/HEAD', '.git/objects/pack/one']);
  });

  test('begins in a folder that is not there, and leaves nothing in it', async () => {
    const fresh = join(folder, 'a/dist');
    expect(await prepareOutput(fresh)).toBeGreaterThan(0);
    expect(await readdir(fresh)).toEqual([]);
  });

  test('does not write into a file that is linked from elsewhere', async () => {
    await write('release/index.html', 'release/en/page.html', 'release/page.md');
    await mkdir(join(folder, 'dist'));
    await link(join(folder, 'release/index.html'), join(folder, 'dist/index.html'));
    await symlink(join(folder, 'release/en'), join(folder, 'dist/en'));
    await symlink(join(folder, 'release/page.md'), join(folder, 'dist/page.md'));
    await prepareOutput(join(folder, 'dist'));
    expect(await readdir(join(folder, 'dist'))).toEqual([]);
    expect(await readFile(join(folder, 'release/en/page.html'), 'utf8')).toBe('release/en/page.html');
    expect(await files()).toEqual(['release/en/page.html', 'release/index.html', 'release/page.md']);
  });
});
