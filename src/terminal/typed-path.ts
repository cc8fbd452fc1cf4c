import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The absolute path of one that somebody typed. npm runs a command in the project's folder wherever it is typed, as in
 * `npm run --prefix ../signpost check`, and names the place in INIT_CWD.
 */
export function typedPath(path: string): string {
  const { INIT_CWD, npm_package_json } = process.env;
  const byNpm = npm_package_json !== undefined && resolve(dirname(npm_package_json)) === resolve(PROJECT);
  // Whoever starts a command elsewhere, from within a script of npm's, means that place.
  return resolve(byNpm && INIT_CWD && process.cwd() === resolve(PROJECT) ? INIT_CWD : '.', path);
}
