import { lstat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * The absolute path of a file below `root`.
 * @throws Error when the path leads out of it; no name from a source may.
 */
export function inside(root: string, path: string): string {
  const full = resolve(join(root, path));
  const way = relative(resolve(root), full);
  if (way === '' || way.startsWith('..') || isAbsolute(way)) throw new Error(`${path} leads out of ${root}`);
  return full;
}

/**
 * The same, for a file that is to be written or removed: a folder on the way that is a symbolic link could lead anywhere.
 * The file itself may be one, since it is replaced as a whole.
 * @throws Error that names the link.
 */
export async function placeInside(root: string, path: string): Promise<string> {
  const full = inside(root, path);
  const folders = relative(resolve(root), dirname(full)).split(sep).filter(Boolean);
  let folder = resolve(root);
  for (const name of folders) {
    folder = join(folder, name);
    const there = await lstat(folder).catch(() => undefined);
    if (there?.isSymbolicLink())
      throw new Error(
        `${folder} is a symbolic link, so ${path} would be written elsewhere. Replace the link by a folder.`,
      );
  }
  return full;
}
