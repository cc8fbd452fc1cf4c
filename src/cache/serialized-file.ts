import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { writeFileAtomically } from './atomic-write.ts';
import { touch } from './touch.ts';

const DIGEST_BYTES = 32;
/**
 * What a folder holds at most, in files and bytes; the least recently used go first. A site has a file of a kind for each
 * of its locales, of some megabytes where a model takes part: the many small ones of little sites must not push those out.
 */
const MOST = { files: 200, bytes: 256_000_000 };

/** What was written to a file, which counts as used now; undefined when there is none, or a damaged one. */
export async function readSerialized<Result>(file: string): Promise<Result | undefined> {
  const bytes = await readFile(file).catch(() => new Uint8Array());
  const content = bytes.subarray(DIGEST_BYTES);
  if (bytes.length <= DIGEST_BYTES || !digestOf(content).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  await touch(file);
  return deserialize(content) as Result;
}

/** Writes a result for the next process, and removes the files of the folder that were not used for longest. */
export async function writeSerialized(file: string, result: unknown, most = MOST): Promise<void> {
  const content = serialize(result);
  await writeFileAtomically(file, Buffer.concat([digestOf(content), content]));
  await evictOldest(dirname(file), most);
}

async function evictOldest(folder: string, most: typeof MOST): Promise<void> {
  const kept = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      // Another build may have removed it meanwhile.
      const { mtimeMs = 0, size = 0 } = (await stat(join(folder, name)).catch(() => undefined)) ?? {};
      return { name, mtimeMs, size };
    }),
  );
  let bytes = 0;
  const oldest = kept
    .sort((one, other) => other.mtimeMs - one.mtimeMs)
    .filter(({ size }, place) => (bytes += size) > most.bytes || place >= most.files);
  await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true })));
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
