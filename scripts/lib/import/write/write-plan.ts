import { rm } from 'node:fs/promises';
import { copyFileAtomically, writeFileAtomically } from '../../../../src/cache/atomic-write.ts';
import type { Conversion } from '../convert/conversion.ts';
import { inside, placeInside } from '../plan/inside.ts';
import type { PlannedAction } from '../plan/plan.ts';
import { fingerprint, type ImportState, stateFolder, writeState } from '../plan/state.ts';

/** The state is saved after this many files, so that an interrupted run repeats little. */
const saveEvery = 200;

/**
 * Writes what the plan says. An edited file is never touched: the new text goes to `.import/incoming/`, under
 * the same path, to be compared and merged by hand.
 */
export async function writePlan(
  out: string,
  actions: PlannedAction[],
  state: ImportState,
  onEach: () => void,
  source = '',
): Promise<void> {
  const own = source === '' ? {} : { source };
  let unsaved = 0;
  for (const { action, file } of actions) {
    const hash = fingerprint(file.text);
    if (action === 'create' || action === 'update') {
      await writeFileAtomically(await placeInside(out, file.path), file.text);
      state.files[file.key] = { path: file.path, written: hash, ...own };
      unsaved++;
    } else if (action === 'unchanged' && state.files[file.key]?.written !== hash) {
      state.files[file.key] = { path: file.path, written: hash, ...own };
      unsaved++;
    } else if (action === 'conflict' && file.text) {
      await writeFileAtomically(await placeInside(out, `${stateFolder}/incoming/${file.path}`), file.text);
      state.files[file.key] = { written: '', ...own, ...state.files[file.key], path: file.path, offered: hash };
      unsaved++;
    } else if (action === 'withdraw') {
      await rm(await placeInside(out, file.path), { force: true });
      delete state.files[file.key];
      unsaved++;
    }
    if (unsaved >= saveEvery) {
      await writeState(out, state);
      unsaved = 0;
    }
    onEach();
  }
  if (unsaved > 0) await writeState(out, state);
}

/** Copies files of the source into a folder of the target, by the name they get there. */
export async function copyAssets(root: string, out: string, folder: string, files: Map<string, string>): Promise<void> {
  for (const [name, file] of files) {
    const target = await placeInside(out, `${folder}/${name}`);
    // As a whole, so that nothing is written through a link of that name.
    await copyFileAtomically(inside(root, file), target);
  }
}

/** Writes the images that articles carried in their text. */
export async function writeInlineImages(out: string, conversions: Conversion[]): Promise<void> {
  for (const { name, base64 } of conversions.flatMap((conversion) => conversion.inlineImages)) {
    await writeFileAtomically(await placeInside(out, `images/${name}`), Buffer.from(base64, 'base64'));
  }
}
