import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { BUILT_SITE } from './content-root.ts';
import { codeOf } from './text-file.ts';
import type { Problem } from './types.ts';

/** Files of editors, systems and tools that nobody means as content, though they lie in a repository's folder. */
const IGNORED = /^(\.|~|Thumbs\.db$|desktop\.ini$|node_modules$)|~$|\.(swp|swo|bak|tmp)$/i;

export interface Listing {
  /** Paths relative to the root, with forward slashes, sorted. */
  files: string[];
  problems: Problem[];
}

/** Every file below `root`. A folder that cannot be opened, and a link that leads out of `root`, are reported and skipped. */
export async function listFiles(root: string): Promise<Listing> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const walk = async (folder: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(join(root, folder), { withFileTypes: true });
    } catch (error) {
      problems.push(closed(folder, error));
      return;
    }
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (IGNORED.test(entry.name) || path === BUILT_SITE) continue;
      if (entry.isSymbolicLink() && (await leadsOut(root, path))) {
        problems.push(outside(path));
        continue;
      }
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() || (await leadsToFile(join(root, path)))) files.push(path);
    }
  };
  await walk('');
  return { files: files.sort(), problems };
}

/** Links to folders are not followed: they may lead in circles. */
async function leadsToFile(path: string): Promise<boolean> {
  return stat(path).then(
    (target) => target.isFile(),
    () => true,
  );
}

/** A link that leads nowhere leads out of nothing: opening it will fail, and say so. */
async function leadsOut(root: string, path: string): Promise<boolean> {
  const target = await realpath(join(root, path)).catch(() => undefined);
  return target !== undefined && !target.startsWith(`${await realpath(root)}${sep}`);
}

function outside(file: string): Problem {
  return {
    file,
    line: 1,
    rule: 'outside',
    found: 'a link to something outside the content folder',
    expected: 'a file of its own, since what it leads to would be published',
    remedy: 'Replace the link by a copy of what it leads to, if everybody may read that.',
    severity: 'error',
  };
}

function closed(folder: string, error: unknown): Problem {
  const code = codeOf(error);
  return {
    file: folder || '.',
    line: 1,
    rule: 'readable',
    found: `a folder that cannot be opened (${code})`,
    expected: 'a folder this user may read',
    remedy:
      code === 'ENOENT'
        ? 'Create the folder, or set SIGNPOST_CONTENT to the folder that holds site.yaml and articles/.'
        : 'Check the folder’s permissions.',
    severity: 'error',
  };
}
