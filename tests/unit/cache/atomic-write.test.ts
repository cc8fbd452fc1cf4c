import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolderAtomically, writeFileAtomically } from '../../../src/cache/atomic-write.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-atomic-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a file is written with the folders above it, and replaced by the next one', async () => {
  const file = join(root, 'articles', 'en', 'one.md');
  await writeFileAtomically(file, 'first');
  await writeFileAtomically(file, Buffer.from('second'));
  expect(await readFile(file, 'utf8')).toBe('second');
  expect(await readdir(join(file, '..'))).toEqual(['one.md']);
});

test('a file that cannot be written leaves nothing behind', async () => {
  // A folder stands where the file is to go.
  await mkdir(join(root, 'one.md'));
  await expect(writeFileAtomically(join(root, 'one.md'), 'text')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(await readdir(root)).toEqual(['one.md']);
});

test('a folder whose filling breaks off leaves nothing behind', async () => {
  const folder = join(root, 'models', 'example');
  const broken = createFolderAtomically(folder, async (half) => {
    await writeFile(join(half, 'model.onnx'), 'half');
    throw new Error('disk full');
  });
  await expect(broken).rejects.toThrow('disk full');
  expect(await readdir(join(folder, '..'))).toEqual([]);
});

test('of two that fill a folder at the same time one wins and both succeed', async () => {
  const folder = join(root, 'example');
  const fill = (name: string) => createFolderAtomically(folder, (half) => writeFile(join(half, 'model.onnx'), name));
  await Promise.all([fill('one'), fill('two')]);
  expect(await readdir(join(folder, '..'))).toEqual(['example']);
  expect(await readdir(folder)).toEqual(['model.onnx']);
});
