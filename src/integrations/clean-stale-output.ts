import type { Stats } from 'node:fs';
import { lstat, mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** Git's own folder, in an output folder that is published from a repository; no file of the site. */
const REPOSITORY = '.git';

/**
 * A build writes over the files of the build before and removes in the end what it has not written: a disk takes longer
 * to create thousands of files than to write into existing ones, above all soon after as many were deleted.
 * Links in the folder are removed, so that nothing outside of it is written over, such as a copy that shares its files.
 * @returns when the build began, in milliseconds of `ctimeMs` by the clock of that disk, which may be another computer's.
 */
export async function prepareOutput(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  await removeAll(
    (await filesBelow(folder)).filter(({ stats }) => !stats.isFile() || stats.nlink > 1),
    folder,
  );
  const marker = join(folder, '.signpost-build');
  await rm(marker, { force: true });
  await writeFile(marker, '');
  const { ctimeMs } = await lstat(marker);
  await rm(marker);
  return ctimeMs;
}

/** Whether the build that began then has written this file. */
export async function isWrittenSince(file: string, began: number): Promise<boolean> {
  return ((await lstat(file).catch(() => undefined))?.ctimeMs ?? -Infinity) >= began;
}

/**
 * Removes what the build that began then has not written, and the folders that this leaves empty.
 * @param coming Files that the build has still to write, relative to the folder, with forward slashes.
 */
export async function removeStaleOutput(folder: string, began: number, coming: Iterable<string> = []): Promise<void> {
  const kept = new Set(coming);
  const files = await filesBelow(folder);
  await removeAll(
    files.filter(({ path, stats }) => stats.ctimeMs < began && !kept.has(relative(folder, path).split(sep).join('/'))),
    folder,
  );
}

/** Everything below a folder that is not a folder itself; links are not followed. */
async function filesBelow(folder: string): Promise<{ path: string; stats: Stats }[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => name !== REPOSITORY);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  const inside = await Promise.all(folders.map((one) => readdir(one, { withFileTypes: true, recursive: true })));
  const files = [...entries, ...inside.flat()].filter((entry) => !entry.isDirectory());
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({
      path: join(parentPath, name),
      stats: await lstat(join(parentPath, name)),
    })),
  );
}

async function removeAll(files: readonly { path: string }[], folder: string): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true })));
  for (const parent of new Set(files.map(({ path }) => dirname(path)))) await removeIfEmpty(parent, resolve(folder));
}

async function removeIfEmpty(folder: string, upTo: string): Promise<void> {
  if (resolve(folder) === upTo) return;
  const removed = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (removed) await removeIfEmpty(dirname(folder), upTo);
}
