import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedOnDisk } from '../../../src/cache/disk-cache.ts';
import { listFiles } from '../../../src/content/list-files.ts';
import type { AnswerIndex } from '../suggest/build-answer-index.ts';
import { answersFolder, indexKey, openAnswerIndex } from '../suggest/cached-answer-index.ts';
import type { Catalogue } from './catalogue.ts';

/** All that requests are answered from. */
export interface ServedContent {
  index: AnswerIndex;
  catalogue: Catalogue;
}

const CODE = ['scripts/lib/mcp', 'scripts/lib/export'];

/**
 * What a content folder is served from, kept in the cache until content, code or the day changes.
 * @param build Makes it where the cache has none; in this process unless another way is given.
 * @throws Error when site.yaml cannot be read.
 */
export async function openServedContent(
  content: string,
  build: (content: string) => Promise<ServedContent> = buildServedContent,
): Promise<ServedContent> {
  return cachedOnDisk(['served', ...(await indexKey(content, CODE))], () => build(content), answersFolder());
}

async function buildServedContent(content: string): Promise<ServedContent> {
  const { buildCatalogue } = await import('./build-catalogue.ts');
  const index = await openAnswerIndex(content);
  return { index, catalogue: await buildCatalogue(content) };
}

/**
 * Changes whenever a file of a content folder is written, added or removed, and every day, as articles have days of
 * their own; told from sizes and times, so that it can be asked for at every request.
 */
export async function stateOf(content: string): Promise<string> {
  const { files } = await listFiles(content);
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  const read = files.filter((file) => /\.(md|ya?ml)$/.test(file));
  // Another program may have removed one meanwhile.
  const states = await Promise.all(read.map((file) => stat(join(content, file)).catch(() => undefined)));
  read.forEach((file, index) => hash.update(`\0${file}\0${states[index]?.size}\0${states[index]?.mtimeMs}`));
  return hash.digest('hex');
}
