import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { writeFileAtomically } from './atomic-write.ts';

const DIGEST_BYTES = 32;
/** Files in a folder; the least recently used go first. A site has one of a kind for each of its locales. */
const MOST_FILES = 24;

/** What was written to a file, which counts as used now; undefined when there is none, or a damaged one. */
export async function readSerialized<Result>(file: string): Promise<Result | undefined> {
  const bytes = await readFile(file).catch(() => new Uint8Array());
  const content = bytes.subarray(DIGEST_BYTES);
  if (bytes.length <= DIGEST_BYTES || !digestOf(content).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  const now = new Date();
  await utimes(file, now, now).catch(() => {});
  return deserialize(content) as Result;
}

/** Writes a result for the next process, and removes the files of the folder that were not used for longest. */
export async function writeSerialized(file: string, result: unknown): Promise<void> {
  const content = serialize(result);
  await writeFileAtomically(file, Buffer.concat([digestOf(content), content]));
  await evictOldest(dirname(file));
}

async function evictOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MOST_FILES) return;
  // Another build may have removed one meanwhile.
  const used = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0 })),
  );
  const oldest = used.sort((one, other) => other.at - one.at).slice(MOST_FILES);
  await Promise.all(oldest.map(({ name }) => rm(join(folder, name), { force: true })));
}

function digestOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
