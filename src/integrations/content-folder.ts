import { fileURLToPath } from 'node:url';
import { lock } from '../cache/file-lock.ts';

/**
 * Astro notes in one folder of the project which pictures the content has, reads it again when it bundles the pages, and has
 * no other name for it: of two builds at once one would publish pages whose pictures it knows nothing of.
 */
const IN_USE = fileURLToPath(new URL('../../.astro/in-use', import.meta.url));

/** Milliseconds of waiting that go without saying. */
const SHORT = 2000;

let release: (() => Promise<void>) | undefined;

/** Waits until no other build of this project needs the folder, and keeps others waiting. */
export async function holdContentFolder(): Promise<void> {
  const told = setTimeout(
    () => console.error('Another build of this project is under way. This one goes on once its pages are bundled.'),
    SHORT,
  );
  release = await lock(IN_USE).finally(() => clearTimeout(told));
}

/** Lets others have the folder: once the pages are bundled nothing of it is needed any more. */
export async function releaseContentFolder(): Promise<void> {
  const held = release;
  release = undefined;
  await held?.();
}
