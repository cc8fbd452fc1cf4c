import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';

/** The ids of the articles of an index. */
export interface Ids {
  /** Of ids in a file, one in some thousands of those that the index does not have passes for one of it. */
  has(id: string): boolean;
}

/** Places that an id may have, for each one there is. */
const SPARSE = 4096;

/**
 * The place of an id among those of an index: FNV-1a over its UTF-16 code units (Fowler, Noll, Vo), mixed once more and
 * scaled to a range, so that the sorted places of all have small gaps.
 * @param articles How many articles the index has.
 */
export function placeOfId(id: string, articles: number): number {
  let hash = 0x811c9dc5;
  for (let unit = 0; unit < id.length; unit++) hash = Math.imul(hash ^ id.charCodeAt(unit), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return Math.floor((((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32) * articles * SPARSE);
}

/**
 * Reads the ids of an index: the gaps between their sorted places.
 * @throws IndexError
 */
export function readIdSet(file: Uint8Array, name: string, articles: number): Ids {
  const reader = new ByteReader(unseal('ids', file, name), name);
  let place = 0;
  const places = new Set(Array.from({ length: reader.count() }, () => (place += reader.varint())));
  reader.end();
  return { has: (id) => places.has(placeOfId(id, articles)) };
}
