import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

const DIGEST_BYTES = 32;
/** Files kept in a folder; the ones used least recently go first. A site has one of a kind for each of its locales. */
const MOST_KEPT = 24;

/** What was kept in a file, which counts as used now; undefined when there is none, or a damaged one. */
export async function readKept<Result>(file: string): Promise<Result | undefined> {
  const bytes = await readFile(file).catch(() => new Uint8Array());
  const content = bytes.subarray(DIGEST_BYTES);
  if (bytes.length <= DIGEST_BYTES || !digestOf(content).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  const now = new Date();
  await utimes(file, now, now).catch(() => {});
  return deserialize(content) as Result;
}

/** Keeps a result in a file for the next process; another one never sees half of it. */
export async function keep(file: string, result: unknown): Promise<void> {
  const content = serialize(result);
  const temporary = `${file}.${randomUUID()}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, Buffer.concat([digestOf(content), content]));
  await rename(temporary, file);
  await forgetOldest(dirname(file));
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
