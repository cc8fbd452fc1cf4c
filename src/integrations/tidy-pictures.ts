import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tidyCache } from '../cache/tidy-cache.ts';
import { touch } from '../cache/touch.ts';
import { HASHED_FOLDER } from './own-files.ts';

/** Bytes that pictures of former builds may take. */
const MOST = 500e6;

/**
 * Notes which of the pictures that Astro keeps are in the site, under the same names, and drops those that were in none
 * for long: Astro itself drops nothing.
 * @param cache Astro's folder for this content, which counts as used now.
 * @param output The site that was just built.
 */
export async function tidyPictures(cache: string, output: string): Promise<void> {
  await touch(cache);
  const folder = join(cache, 'assets');
  // What is known of a picture of another site lies beside it.
  for (const name of await readdir(folder).catch(() => []))
    if (existsSync(join(output, HASHED_FOLDER, name.replace(/\.json$/, '')))) await touch(join(folder, name));
  await tidyCache(cache, { assets: MOST });
}
