import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';
import { filesBelow } from '../../../src/cache/files-below.ts';

/** Where the processes of a test run keep what they compiled for the next, because some hundred load the same code. */
export const compiledFolder = (): string => join(cacheFolder(), 'compiled');
/** Where Vitest keeps what files are turned into before they run. */
export const transformedFolder = (): string => join(cacheFolder(), 'transformed');

/** A fresh run keeps 50 MB; what more there is belongs to code that has changed since. */
const MOST_BYTES = 200_000_000;

/**
 * Forgets all code that was kept once it takes too much of the disk: nothing tells which of it is still of use, and one
 * run makes it anew.
 */
export async function forgetOldCode(
  folders = [compiledFolder(), transformedFolder()],
  most = MOST_BYTES,
): Promise<void> {
  for (const folder of folders) {
    // Another run may write there, or do the same.
    const files = await Promise.all((await filesBelow(folder)).map((file) => stat(file).catch(() => undefined)));
    const bytes = files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
    if (bytes > most) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
