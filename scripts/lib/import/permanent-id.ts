import { createHash } from 'node:crypto';
import { slugOf } from '../naming/slug.ts';

/** True for an id that Signpost's front matter takes: lower-case letters, digits and hyphens, at most 64. */
export function isPermanentId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(id);
}

/**
 * A permanent id made from the place an article has in its source, such as `user/profile`: the same on each
 * import, and unique because what does not fit is replaced by a hash of the whole.
 */
export function idFromPath(path: string): string {
  const plain = slugFull(path);
  if (isPermanentId(plain) && plain === path.toLowerCase().replace(/[/_. ]+/g, '-')) return plain;
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
  const start = slugOf(path).slice(0, 50).replace(/-+$/, '');
  return start ? `${start}-${hash}` : hash;
}

function slugFull(path: string): string {
  return path.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
