import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { cacheFolder } from './cache-folder.ts';

const DIGEST_BYTES = 32;
/** Results kept; the ones used least recently go first. A site has one for each of its locales. */
const MOST_KEPT = 24;

/**
 * What `make` gives, kept in the cache from one build to the next: asked again with the same key, it is read instead of
 * made. A file that is damaged counts as none.
 * @param key Everything the result depends on, the code that makes it included (`codeKey`).
 */
export async function recall<Result>(key: readonly unknown[], make: () => Promise<Result>, folder = join(cacheFolder(), 'indexes')): Promise<Result> {
  const file = join(folder, createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 24));
  const kept = readKept<Result>(await readFile(file).catch(() => new Uint8Array()));
  if (kept !== undefined) {
    const now = new Date();
    await utimes(file, now, now).catch(() => {});
    return kept;
  }
  const result = await make();
  await keep(file, result);
  await forgetOldest(folder);
  return result;
}

function readKept<Result>(bytes: Uint8Array): Result | undefined {
  const content = bytes.subarray(DIGEST_BYTES);
  if (bytes.length <= DIGEST_BYTES || !digestOf(content).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  return deserialize(content) as Result;
}

/** Another build never sees half a file. */
async function keep(file: string, result: unknown): Promise<void> {
  const content = serialize(result);
  const temporary = `${file}.${randomUUID()}.tmp`;
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(temporary, Buffer.concat([digestOf(content), content]));
  await rename(temporary, file);
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MOST_KEPT) return;
  // Another build may have removed one meanwhile.
  const used = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0 })));
  const oldest = used.sort((one, other) => other.at - one.at).slice(MOST_KEPT);
  await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true })));
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
