import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../src/cache/atomic-write.ts';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';

/** Notes that the site of a content folder was built, as of that moment: what was due then is in it. */
export async function recordLastBuild(content: string, at: Date): Promise<void> {
  await writeFileAtomically(recordOf(content), `${at.toISOString()}\n`);
}

/** When the site of a content folder was last built; undefined where the cache does not tell. */
export async function lastBuild(content: string): Promise<Date | undefined> {
  const text = await readFile(recordOf(content), 'utf8').catch(() => '');
  const at = new Date(text.trim());
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Workflows that publish to different hosts may share a cache, and what one has published is still due for the other. */
function recordOf(content: string): string {
  const name = createHash('sha256')
    .update(`${content} ${process.env.GITHUB_WORKFLOW ?? ''}`)
    .digest('hex')
    .slice(0, 24);
  return join(cacheFolder(), 'last-build', name);
}
