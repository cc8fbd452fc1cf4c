import { hash } from 'node:crypto';
import { memoize } from '../../../cache/memoize.ts';
import type { IndexDocument } from '../index-document.ts';

/** A hash of all that documents say, one by one: the text of ten thousand at once takes a hundred megabytes. */
export function hashDocuments(documents: readonly IndexDocument[]): string {
  return hash('sha256', documents.map(hashOf).join());
}

const hashOf = memoize((document: IndexDocument): string => hash('sha256', JSON.stringify(document)));
