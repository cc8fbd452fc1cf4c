import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fix, Problem } from '../content/types.ts';

/**
 * Makes the changes that certainly mend a problem, in the files below `root`. A change whose text is
 * not on its line exactly once is left to the writer. Line ends and a byte order mark stay as they are.
 *
 * @returns The problems that were mended.
 */
export async function applyFixes(root: string, problems: readonly Problem[]): Promise<Problem[]> {
  const mended: Problem[] = [];
  const files = new Set(problems.filter(({ fix }) => fix).map(({ file }) => file));
  for (const file of files) {
    const path = join(root, file);
    const before = await readFile(path, 'utf8');
    const lines = before.split('\n');
    for (const problem of problems) {
      if (problem.file === file && problem.fix && change(lines, problem.fix)) mended.push(problem);
    }
    const after = lines.join('\n');
    if (after !== before) await writeFile(path, after);
  }
  return mended;
}

function change(lines: string[], { line, find, replace }: Fix): boolean {
  const text = lines[line - 1];
  const at = text?.indexOf(find) ?? -1;
  if (text === undefined || at === -1 || text.indexOf(find, at + 1) !== -1) return false;
  lines[line - 1] = text.slice(0, at) + replace + text.slice(at + find.length);
  return true;
}
