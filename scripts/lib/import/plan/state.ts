import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../../../../src/cache/atomic-write.ts';
import { placeInside } from './inside.ts';

/** Where the import keeps its state, inside the content folder. Commit it: it protects edits. */
export const stateFolder = '.import';

const stateSchema = z.strictObject({
  version: z.literal(1),
  files: z.record(
    z.string(),
    z.strictObject({
      /** Where the file was written. */
      path: z.string(),
      /** Hash of what was written last. */
      written: z.string(),
      /** Hash of a newer text that was offered but not written, because the file had been edited here. */
      offered: z.string().optional(),
      /** Which import wrote it, as several may write into one folder. */
      source: z.string().optional(),
    }),
  ),
  /** Names under images/ or files/ by address. */
  downloads: z.record(z.string(), z.string()).default({}),
});

/** What earlier imports wrote, by the key of each file. */
export type ImportState = z.infer<typeof stateSchema>;

/**
 * Reads the state that earlier imports left; an empty one when there was none.
 * @throws Error when the file is there but broken: going on would overwrite edits.
 */
export async function readState(out: string): Promise<ImportState> {
  const path = join(out, stateFolder, 'state.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { version: 1, files: {}, downloads: {} };
    throw error;
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${path} cannot be read. It tells which files were edited since the last import. Restore it from git, or delete it: then every file that differs from the import counts as edited.`,
    );
  }
}

/** Writes the state as a whole or not at all. */
export async function writeState(out: string, state: ImportState): Promise<void> {
  const sorted = {
    ...state,
    files: Object.fromEntries(Object.entries(state.files).sort(([one], [other]) => (one < other ? -1 : 1))),
  };
  await writeFileAtomically(
    await placeInside(out, `${stateFolder}/state.json`),
    `${JSON.stringify(sorted, null, 1)}\n`,
  );
}

/** A short fingerprint of a text. */
export function fingerprint(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}
