import { utimes } from 'node:fs/promises';

/** Notes that an entry of the cache is used now, so that it stays; see tidy-cache.ts. */
export async function touch(entry: string): Promise<void> {
  const now = new Date();
  // One that is being removed, or that somebody else wrote, is used all the same.
  await utimes(entry, now, now).catch(() => {});
}
