import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { filesBelow } from './files-below.ts';

/** A hash that changes with any of these files, any file below these folders, and the version of Node. */
export async function hashFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths)
    for (const file of await filesBelow(path))
      hash.update(`\0${file.slice(path.length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}
