import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../cache/cache-folder.ts';
import { hashFiles } from '../cache/hash-files.ts';
import { readSerialized, writeSerialized } from '../cache/serialized-file.ts';
import { parsedPages } from '../markdown/parse.ts';

/** All that decides what a page is parsed to, beside its text and its locale. */
const SOURCES = ['../markdown', '../i18n', '../schemas', '../../package-lock.json'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Gives what `read` reads of a content folder. Pages that the process before found to be the same are not parsed again:
 * what they were parsed to is kept in the cache, and after `read` what this process was asked for is kept instead.
 */
export async function withKnownPages<Result>(root: string, read: () => Promise<Result>, folder = join(cacheFolder(), 'pages')): Promise<Result> {
  // A process that has read the content knows it.
  if (parsedPages.asked.size > 0) return read();
  const name = createHash('sha256').update(JSON.stringify([await hashFiles(SOURCES), resolve(root)])).digest('hex').slice(0, 24);
  const file = join(folder, name);
  const kept = (parsedPages.kept = (await readSerialized<typeof parsedPages.kept>(file)) ?? new Map());
  const result = await read();
  parsedPages.kept = new Map();
  const same = kept.size === parsedPages.asked.size && [...kept.keys()].every((key) => parsedPages.asked.has(key));
  // Without a cache to write to, the next process parses them again.
  if (!same) await writeSerialized(file, parsedPages.asked).catch(() => {});
  return result;
}
