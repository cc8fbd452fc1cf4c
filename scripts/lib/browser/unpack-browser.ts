import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createFolderAtomically } from '../../../src/cache/atomic-write.ts';
import { cacheFolder } from '../../../src/cache/cache-folder.ts';

/** A browser to start, with the environment variables it needs. */
export interface BrowserProgram {
  path: string;
  env: Record<string, string>;
}

/**
 * Unpacks Chromium's headless shell from the npm package @sparticuz/chromium into the cache.
 * @throws Error when it does not start even with the libraries that come with it.
 */
export async function unpackBrowser(): Promise<BrowserProgram> {
  // Vitest's setup files know no import.meta.resolve.
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const { version } = JSON.parse(await readFile(join(dirname(bin), 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheFolder(), `browser-${version}`);
  await createFolderAtomically(folder, (temporary) => unpack(bin, temporary));

  const path = join(folder, 'chromium');
  // The package brings fonts for machines that have none; FONTCONFIG_PATH would hide those of a machine that has.
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const attempts = [fonts, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }];
  let reason = '';
  for (const env of attempts) {
    const { status, stderr, error } = spawnSync(path, ['--version'], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    if (status === 0) return { path, env };
    reason = error?.message ?? stderr.trim();
  }
  throw new Error(reason);
}

/** The package unpacks into the temporary folder only, so that is moved for as long as it takes. */
async function unpack(bin: string, folder: string): Promise<void> {
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath(bin);
    await inflate(join(bin, 'al2023.tar.br'));
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}
