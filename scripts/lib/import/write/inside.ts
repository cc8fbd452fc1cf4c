import { isAbsolute, join, relative, resolve } from 'node:path';

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
