import { join } from 'node:path';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { cachedOnDisk } from '../../../src/cache/disk-cache.ts';
import type { Review } from '../../../src/agents/review.ts';
import { sourceKey } from './source-key.ts';

/** The site's search index, and what answering needs beside it. */
export interface AnswerIndex {
  /** The site's address with its base path. */
  root: string;
  defaultLocale: string;
  locales: string[];
  /** By locale: the name of the manifest. */
  manifests: Record<string, string>;
  files: Map<string, Uint8Array>;
  /** By locale and article id. */
  reviews: Record<string, Record<string, Review>>;
  /** Files of content that could not be read in full. */
  unread: number;
}

/**
 * The index of a content folder for use in a shell, kept in the cache until content, code or the day changes: an
 * article may be published or withdrawn today.
 * @throws Error when site.yaml cannot be read.
 */
export async function openAnswerIndex(content: string): Promise<AnswerIndex> {
  const today = new Date().toISOString().slice(0, 10);
  return cachedOnDisk([content, await sourceKey(content), today], () => make(content), join(cacheFolder(), 'answers'));
}

/** Loaded when needed: it brings the whole build along, which takes longer than to answer. */
async function make(content: string): Promise<AnswerIndex> {
  const { makeIndex } = await import('./build-answer-index.ts');
  return makeIndex(content);
}
