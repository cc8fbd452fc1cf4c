import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { syntheticContent, writeFiles } from '../../../scripts/lib/bench/synthetic/content.ts';
import { type HostileFile, hostileFile } from './hostile-files.ts';

/** How many times as many files are tried; HOSTILE=25 makes 5,000, of which src/check/README.md tells. */
export const hostileTimes = Number(process.env.HOSTILE ?? 1);
/** Another seed makes other files. */
const seed = Number(process.env.HOSTILE_SEED ?? 1);

/** Writes ten good articles and `count` random and hostile files below `root`; gives the latter by path. */
export async function writeHostileCenter(root: string, count: number): Promise<Map<string, HostileFile>> {
  const written = new Map<string, HostileFile>();
  await writeFiles(root, syntheticContent(10, 1).files);
  await mkdir(join(root, 'articles/en/odd'));
  await writeFile(join(root, 'articles/en/odd/_category.yaml'), 'title: Odd\ndescription: Odd files.\n');
  for (let index = 0; index < count; index += 1) {
    const [made] = fc.sample(hostileFile(`odd-${index}`), { numRuns: 1, seed: seed * 1_000_003 + index });
    const file = `articles/en/odd/odd-${index}.md`;
    written.set(file, made!);
    await writeFile(join(root, file), made!.bytes);
  }
  return written;
}
