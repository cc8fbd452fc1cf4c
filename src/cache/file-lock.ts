import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds after which a file that another process has is looked at again. */
const PAUSE = 200;
/** Milliseconds after which a file counts as left behind, whatever process has its number now. */
const STALE = 600_000;

/**
 * Waits for a file that one process has at a time, and gives what releases it. One that was left by a process that is gone
 * does not count, nor does one that has been there for ten minutes.
 */
export async function lock(file: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true });
  while (
    !(await writeFile(file, String(process.pid), { flag: 'wx' }).then(
      () => true,
      () => false,
    ))
  ) {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    const made = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    const isGone = holder > 0 && holder !== process.pid && !isRunning(holder);
    if (isGone || Date.now() - made > STALE) await rm(file, { force: true });
    await setTimeout(PAUSE);
  }
  return () => rm(file, { force: true });
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
