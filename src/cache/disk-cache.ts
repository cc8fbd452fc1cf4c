import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { readSerialized, writeSerialized } from './serialized-file.ts';

/**
 * The result of `make`, kept in the cache from one build to the next: with the same key it is read instead of
 * made. A damaged file counts as none.
 * @param key Everything the result depends on, the code that makes it included (`hashFiles`).
 * @param most What the folder holds at most; what was not used for longest goes first.
 */
export async function cachedOnDisk<Result>(
  key: readonly unknown[],
  make: () => Promise<Result>,
  folder = join(cacheFolder(), 'indexes'),
  most?: { files: number; bytes: number },
): Promise<Result> {
  const file = join(folder, createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 24));
  const cached = await readSerialized<Result>(file);
  if (cached !== undefined) return cached;
  const result = await make();
  await writeSerialized(file, result, most);
  return result;
}
