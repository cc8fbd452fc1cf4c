import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const NAME = 'collector.lock';
/** How often a holder shows that it lives, in milliseconds. */
const BEAT = 1000;
/** A holder that was silent for so many beats is gone: a machine may be busy. */
const SILENT_BEATS = 8;

interface Holder {
  token: string;
  process: number;
  host: string;
}

/** Tokens of the locks that this process holds: its own number in a file says nothing by itself. */
const own = new Set<string>();

/**
 * Lets one collector at a time write to a folder: a second one would keep duplicates, and would cut away what the first
 * is writing. A file names the holder, which touches it every second; one that was killed is known by its process, or,
 * from another machine or container, by its silence.
 */
export class FolderLock {
  readonly #file: string;
  readonly #token: string;
  readonly #beat: NodeJS.Timeout;

  private constructor(file: string, token: string) {
    this.#file = file;
    this.#token = token;
    own.add(token);
    this.#beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), BEAT);
    this.#beat.unref();
  }

  /** @throws Error when another collector writes to the folder. */
  static async take(folder: string): Promise<FolderLock> {
    const file = join(folder, NAME);
    const holder: Holder = { token: randomUUID(), process: process.pid, host: hostname() };
    for (;;) {
      const made = await writeFile(file, JSON.stringify(holder), { flag: 'wx' }).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      if (made) return new FolderLock(file, holder.token);
      const before = await readFile(file, 'utf8').catch(() => undefined);
      if (before === undefined) continue;
      if (await lives(file, before))
        throw new Error(
          `${folder}: another collector writes to this folder. Stop it, or choose another folder with --out; one folder takes one collector.`,
        );
      await takeAway(file, before);
    }
  }

  /** Whether the folder still lies there and is still ours. */
  async isHeld(): Promise<boolean> {
    return parse(await readFile(this.#file, 'utf8').catch(() => ''))?.token === this.#token;
  }

  async release(): Promise<void> {
    clearInterval(this.#beat);
    own.delete(this.#token);
    if (await this.isHeld()) await rm(this.#file, { force: true });
  }
}

async function lives(file: string, written: string): Promise<boolean> {
  const holder = parse(written);
  if (holder && own.has(holder.token)) return true;
  // The first process of a container is number 1 each time.
  if (holder?.host === hostname() && (holder.process === process.pid || !isRunning(holder.process))) return false;
  const touched = await touchedAt(file);
  for (let beat = 0; beat < SILENT_BEATS; beat++) {
    await setTimeout(BEAT);
    if ((await touchedAt(file)) !== touched) return true;
  }
  return false;
}

/** Removes the file of a holder that is gone. Of several that try, one renames it; what another has written meanwhile stays. */
async function takeAway(file: string, written: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  if ((await readFile(file, 'utf8').catch(() => '')) !== written) return;
  await rename(file, aside).catch(() => {});
  const taken = await readFile(aside, 'utf8').catch(() => written);
  if (taken !== written) await rename(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

async function touchedAt(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function parse(written: string): Holder | undefined {
  try {
    return JSON.parse(written) as Holder;
  } catch {
    return undefined;
  }
}
