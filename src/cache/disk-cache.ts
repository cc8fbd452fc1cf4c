import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { keep, readKept } from './serialized-file.ts';

/**
 * What `make` gives, kept in the cache from one build to the next: asked again with the same key, it is read instead of
 * made. A file that is damaged counts as none.
 * @param key Everything the result depends on, the code that makes it included (`codeKey`).
 */
export async function recall<Result>(key: readonly unknown[], make: () => Promise<Result>, folder = join(cacheFolder(), 'indexes')): Promise<Result> {
  const file = join(folder, createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 24));
  const kept = await readKept<Result>(file);
  if (kept !== undefined) return kept;
  const result = await make();
  await keep(file, result);
  return result;
}
