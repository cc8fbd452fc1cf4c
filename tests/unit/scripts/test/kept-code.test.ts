import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forgetOldCode } from '../../../../scripts/lib/test/kept-code.ts';

it('what is kept of compiled code is forgotten where it takes more than it may, and left alone elsewhere', async () => {
  const root = await mkdtemp(join(tmpdir(), 'signpost-kept-'));
  const folder = async (name: string, sizes: number[]): Promise<string> => {
    await mkdir(join(root, name, 'inner'), { recursive: true });
    for (const [place, size] of sizes.entries())
      await writeFile(join(root, name, 'inner', `${place}`), Buffer.alloc(size));
    return join(root, name);
  };
  const folders = [await folder('large', [60, 60]), await folder('small', [60, 40]), join(root, 'absent')];
  await forgetOldCode(folders, 100);
  expect(await readdir(root)).toEqual(['small']);
  expect(await readdir(join(root, 'small/inner'))).toHaveLength(2);
  await rm(root, { recursive: true });
});
