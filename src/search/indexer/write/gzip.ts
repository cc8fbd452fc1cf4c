import { gzipSync } from 'node:zlib';

/** What does not change from one edit to the next is the same array, and compressed once. */
const known = new WeakMap<Uint8Array, Uint8Array>();

/** The bytes as gzip writes them at its best. */
export function compressed(bytes: Uint8Array): Uint8Array {
  const before = known.get(bytes);
  if (before) return before;
  const now = gzipSync(bytes, { level: 9 });
  known.set(bytes, now);
  return now;
}
