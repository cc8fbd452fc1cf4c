import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** A hash of the content's texts and of the code that reads them: the same as long as an index made of both would be. */
export async function sourceKey(content: string): Promise<string> {
  const hash = createHash('sha256');
  const texts = await filesBelow(content, /\.(md|ya?ml)$/);
  const code = await filesBelow(join(project, 'src'), /\.(ts|json)$/);
  for (const file of [...texts, ...code, join(project, 'package-lock.json')]) hash.update(`\0${file}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 24);
}

async function filesBelow(folder: string, name: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && name.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
}
