import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from './file-lock.ts';
import { filesBelow } from './files-below.ts';

const DAY = 86_400_000;
/** Milliseconds for which an entry stays that nobody uses. */
const UNUSED = 90 * DAY;
/** An entry that was used since then stays, however many there are: another build may be using it. */
const RECENT = DAY;

/**
 * Folders of the cache whose entries, files or folders, are of one kind each, and what a kind may take in bytes beside
 * what is in use. src/cache/serialized-file.ts bounds `indexes`; what tests and tools keep is theirs.
 */
const KINDS: Readonly<Record<string, number>> = {
  astro: 500e6,
  converted: 500e6,
  embeddings: 1000e6,
  models: 2000e6,
  pages: 500e6,
  posters: 200e6,
  runtime: 200e6,
  'shared-pictures': 500e6,
};

/**
 * Removes from the cache what no build has used for 90 days; where a kind takes more than it may, what was not used for
 * longest goes first, but nothing that was used within a day. Also what killed processes left half written. At the end of
 * a build that succeeded everything that it used was used within a day, and so was what builds beside it use.
 */
export async function tidyCache(cache: string, kinds = KINDS, now = Date.now()): Promise<void> {
  const release = await lock(join(cache, 'tidying'));
  try {
    for (const [kind, most] of Object.entries(kinds)) await tidyKind(join(cache, kind), most, now);
  } finally {
    await release();
  }
}

async function tidyKind(folder: string, most: number, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const entries = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { name, path, used: await lastUse(path), bytes: await bytesOf(path) };
    }),
  );
  let bytes = 0;
  for (const { name, path, used, bytes: own } of entries.toSorted((one, other) => other.used - one.used)) {
    const age = now - used;
    if (age <= RECENT) continue;
    bytes += own;
    if (name.endsWith('.tmp') || age > UNUSED || bytes > most) await remove(path);
  }
}

/** In one step, so that nobody takes half of a folder for a whole one; the rest is done by whoever comes next. */
async function remove(path: string): Promise<void> {
  const away = path.endsWith('.tmp') ? path : `${path}.${randomUUID()}.tmp`;
  if (away !== path) await rename(path, away).catch(() => {});
  await rm(away, { recursive: true, force: true }).catch(() => {});
}

/** When an entry was last touched or written, in milliseconds since 1970; now, when it is gone meanwhile. */
async function lastUse(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
}

async function bytesOf(path: string): Promise<number> {
  const sizes = await Promise.all(
    (await filesBelow(path)).map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
