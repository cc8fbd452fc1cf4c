import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { cachedOnDisk } from '../../../src/cache/disk-cache.ts';
import type { AnswerIndex } from './build-answer-index.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The index of a content folder for use in a shell, kept in the cache until content, code or the day changes: an
 * article may be published or withdrawn today.
 * @throws Error when site.yaml cannot be read.
 */
export async function openAnswerIndex(content: string): Promise<AnswerIndex> {
  return cachedOnDisk(await indexKey(content), () => build(content), answersFolder());
}

/** Where the cache keeps what content is answered from. */
export function answersFolder(): string {
  return join(cacheFolder(), 'answers');
}

/**
 * What the index of a content folder depends on: folder, content, code and the day.
 * @param code Folders of the project, beside `src`, whose code matters too.
 */
export async function indexKey(content: string, code: readonly string[] = []): Promise<readonly unknown[]> {
  return [content, await sourceHash(content, ['src', ...code]), new Date().toISOString().slice(0, 10)];
}

/** Loaded only when needed: it imports the whole build, which takes longer than answering. */
async function build(content: string): Promise<AnswerIndex> {
  const { buildAnswerIndex } = await import('./build-answer-index.ts');
  return buildAnswerIndex(content);
}

/** A hash of the content's texts and of the code that reads them: the same as long as an index made of both would be. */
async function sourceHash(content: string, folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const texts = filesBelow(content, '**/*.{md,yml,yaml}');
  const code = folders.flatMap((folder) => filesBelow(join(project, folder), '**/*.{ts,json}'));
  for (const file of [...texts, ...code, join(project, 'package-lock.json')])
    hash.update(`\0${file}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 24);
}

/** Files whose path below `folder` matches a pattern, sorted. */
function filesBelow(folder: string, pattern: string): string[] {
  return globSync(pattern, { cwd: folder })
    .map((path) => join(folder, path))
    .sort();
}
