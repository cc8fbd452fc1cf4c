import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Changes with any of these files, with the files below any of these folders, and with the version of Node. */
export async function hashFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths)
    for (const file of await filesAt(path)) hash.update(`\0${file.slice(path.length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

/** A file itself, the files below a folder, sorted, or nothing. */
async function filesAt(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (entries === 'ENOTDIR') return [path];
  if (!Array.isArray(entries)) return [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
