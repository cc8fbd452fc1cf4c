import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Fix, Problem, SnippetFix } from '../content/types.ts';
import { withBlocksReplaced } from './shared-text.ts';

/**
 * Makes the changes that certainly mend a problem, in the files below `root`, and snippets of what several articles say. A change whose text is
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
  for (const problem of problems)
    if (problem.snippet && (await makeSnippet(root, problem.snippet))) mended.push(problem);
  return mended;
}

/** Nothing is written unless two articles at least have the text as it was found, and no file of the snippet's name is there. */
async function makeSnippet(root: string, { file, text, find, replace, places }: SnippetFix): Promise<boolean> {
  const found = new Map<string, string>();
  for (const place of places) {
    const after = withBlocksReplaced(await readFile(join(root, place), 'utf8'), find, replace);
    if (after !== undefined) found.set(place, after);
  }
  if (found.size < 2) return false;
  await mkdir(dirname(join(root, file)), { recursive: true });
  try {
    await writeFile(join(root, file), `${text}\n`, { flag: 'wx' });
  } catch {
    return false;
  }
  for (const [place, after] of found) await writeFile(join(root, place), after);
  return true;
}

function change(lines: string[], { line, find, replace }: Fix): boolean {
  const text = lines[line - 1];
  const at = text?.indexOf(find) ?? -1;
  if (text === undefined || at === -1 || text.indexOf(find, at + 1) !== -1) return false;
  lines[line - 1] = text.slice(0, at) + replace + text.slice(at + find.length);
  return true;
}
