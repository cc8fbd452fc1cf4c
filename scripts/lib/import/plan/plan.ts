import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlannedFile } from './article-file.ts';
import { fingerprint, type ImportState } from './state.ts';

export type Action =
  /** Not there yet. */
  | 'create'
  /** Changed in the source, untouched here. */
  | 'update'
  /** The same as in the source. */
  | 'unchanged'
  /** Edited here, unchanged in the source: the edit stays. */
  | 'keep-edit'
  /** Changed both here and in the source: the edit stays, the new text is put beside. */
  | 'conflict'
  /** Deleted here: it stays so. */
  | 'deleted-here'
  /** Gone from the source: it stays, and is named. */
  | 'gone'
  /** Became restricted in the source, untouched here: it is taken away. */
  | 'withdraw';

export interface PlannedAction {
  action: Action;
  file: PlannedFile;
}

export interface PlanOptions {
  /** Overwrite files that were edited here. */
  replaceEdited?: boolean;
  /** Which import this is: the files of others are not its own. */
  source?: string;
  /** Whether a key is that of an article that is restricted in the source now. */
  restricted?: (key: string, source?: string) => boolean;
  /** Some of the source could not be read: what is missing may not be gone. */
  incomplete?: boolean;
}

/** Compares what should be with what is, and decides for each file; nothing is written. */
export async function plan(
  out: string,
  files: PlannedFile[],
  state: ImportState,
  options: PlanOptions = {},
): Promise<PlannedAction[]> {
  const actions: PlannedAction[] = [];
  const { source = '' } = options;
  for (const file of files) {
    const known = state.files[file.key];
    // An article stays where it was first written, or its address would change with its title.
    const placed = known ? { ...file, path: known.path } : file;
    actions.push({ action: await decide(out, placed, known, options), file: placed });
  }
  const planned = new Set(files.map((file) => file.key));
  for (const [key, known] of Object.entries(state.files)) {
    // site.yaml is the owner's once it is written.
    if (planned.has(key) || key === 'site') continue;
    const disk = await hashOf(join(out, known.path));
    if (disk === undefined) continue;
    const file: PlannedFile = { key, path: known.path, text: '', category: '', origin: known.path };
    if (options.restricted?.(key, known.source))
      actions.push({ action: disk === known.written ? 'withdraw' : 'conflict', file });
    else if (!options.incomplete && (known.source ?? '') === source) actions.push({ action: 'gone', file });
  }
  return actions;
}

async function decide(
  out: string,
  file: PlannedFile,
  known: ImportState['files'][string] | undefined,
  options: PlanOptions,
): Promise<Action> {
  const wanted = fingerprint(file.text);
  const disk = await hashOf(join(out, file.path));
  if (disk === wanted) return 'unchanged';
  if (!known) return disk === undefined ? 'create' : options.replaceEdited ? 'update' : 'conflict';
  if (disk === undefined) return 'deleted-here';
  if (isOfAnother(known, options)) {
    if (options.replaceEdited) return 'update';
    return file.key.startsWith('category:') || wanted === known.offered ? 'keep-edit' : 'conflict';
  }
  if (disk === known.written) return wanted === known.written ? 'unchanged' : 'update';
  if (wanted === known.written || wanted === known.offered) return 'keep-edit';
  return options.replaceEdited ? 'update' : 'conflict';
}

/** Whether another import wrote a file: what has the same id there is another article. */
function isOfAnother({ source = '' }: ImportState['files'][string], options: PlanOptions): boolean {
  return source !== (options.source ?? '');
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return fingerprint(await readFile(path));
  } catch {
    return undefined;
  }
}
