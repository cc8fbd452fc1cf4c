import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFiles } from '../../../src/integrations/write-files.ts';

test('more files than are written at once stand in their folders, each with its own content, also over former ones', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'write-files-'));
  const files = new Map(
    Array.from(
      { length: 100 },
      (_, number) => [`${number % 7}/deep/${number}.txt`, `File ${number}, and more of it`] as const,
    ),
  );
  await writeFiles(folder, files);
  const shorter = new Map([...files.keys()].map((name, number) => [name, Uint8Array.of(number)] as const));
  const texts = () => Promise.all([...files.keys()].map((name) => readFile(join(folder, name))));
  expect((await texts()).map(String)).toEqual([...files.values()]);
  await writeFiles(folder, shorter);
  expect((await texts()).map((bytes) => [...bytes])).toEqual([...shorter.values()].map((bytes) => [...bytes]));
  await rm(folder, { recursive: true });
});

test('a folder that cannot be written to is an error', async () => {
  await expect(writeFiles('/dev/null', new Map([['a/b.txt', 'text']]))).rejects.toThrow(/ENOTDIR|EEXIST|ENOENT/);
});
