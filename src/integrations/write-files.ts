import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files written in parallel: most of the time is spent waiting for the disk. */
const AT_ONCE = 32;

/** Writes files below a folder, by their names in it with forward slashes, and the folders that they need. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const made = new Map<string, Promise<unknown>>();
  const write = async ([name, content]: [string, string | Uint8Array]): Promise<void> => {
    const file = join(folder, name);
    const parent = dirname(file);
    if (!made.has(parent)) made.set(parent, mkdir(parent, { recursive: true }));
    await made.get(parent);
    await writeFile(file, content);
  };
  const entries = [...files];
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await Promise.all(entries.slice(from, from + AT_ONCE).map(write));
}
