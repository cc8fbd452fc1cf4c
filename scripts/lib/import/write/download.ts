import { writeFileAtomically } from '../../../../src/cache/atomic-write.ts';
import { isPublic } from '../../network/public-address.ts';
import { shownAddress } from '../convert/shown-address.ts';
import { placeInside } from '../plan/inside.ts';
import { type ImportState, writeState } from '../plan/state.ts';
import type { Note } from '../sources/source.ts';
import { fetchFile } from './fetch-file.ts';
import type { WantedFile } from './wanted-files.ts';

const concurrency = 4;

/**
 * Fetches files into the content folder, four at a time, and remembers each in the state at once, so that an interrupted
 * run goes on where it stopped. What cannot be fetched is noted and stays a link.
 * @param allowPrivate Also fetch from this machine and its network.
 */
export async function download(
  wanted: WantedFile[],
  out: string,
  state: ImportState,
  allowPrivate: boolean,
  onEach: () => void,
): Promise<{ count: number; notes: Note[] }> {
  const waiting = wanted.filter(({ key }) => !(key in state.downloads));
  const notes: Note[] = [];
  let count = 0;
  // One save after the other: they share a file.
  let saved = Promise.resolve();
  for (let index = 0; index < wanted.length - waiting.length; index++) onEach();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { key, address, placeOf } = next;
      try {
        const file = await fetchFile(address, allowPrivate ? () => true : isPublic);
        const path = await placeOf(file);
        await writeFileAtomically(await placeInside(out, path), file.bytes);
        state.downloads[key] = path;
        await (saved = saved.then(() => writeState(out, state)));
        count++;
      } catch (error) {
        notes.push({
          level: 'lost',
          kind: 'download-failed',
          detail: `${shownAddress(address)} could not be fetched (${error instanceof Error ? error.message : String(error)}); it stays a link. Run again to try again.`,
        });
      }
      onEach();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { count, notes };
}
