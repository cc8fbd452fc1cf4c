import { OutdatedIndex } from './index-files.ts';
import type { Engine } from './session.ts';

export type { Engine };

/** Opens the index of a page. @throws OutdatedIndex until the index is built. */
export async function openEngine(): Promise<Engine> {
  throw new OutdatedIndex('This build has no search index yet.');
}
