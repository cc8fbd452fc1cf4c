import { execFileSync } from 'node:child_process';
import { relative, resolve } from 'node:path';

/** The day on which git last saw a change of a file, given its path below `root`; undefined where git knows nothing. */
export type LastChange = (file: string) => Date | undefined;

/** Asks git once, when first needed. A shallow clone knows only its newest commits, so it is not asked. */
export function lastChanges(root: string): LastChange {
  let days: Map<string, Date> | undefined;
  return (file) => (days ??= read(root)).get(file);
}

function read(root: string): Map<string, Date> {
  const days = new Map<string, Date>();
  try {
    if (git(root, 'rev-parse', '--is-shallow-repository').trim() === 'true') return days;
    const top = git(root, 'rev-parse', '--show-toplevel').trim();
    let day: Date | undefined;
    for (const line of git(
      root,
      '-c',
      'core.quotePath=false',
      'log',
      '--no-renames',
      '--format=%x00%cI',
      '--name-only',
      '--',
      '.',
    ).split('\n')) {
      if (line.startsWith('\0')) day = new Date(line.slice(1));
      else if (line && day) {
        const file = relative(root, resolve(top, line)).replaceAll('\\', '/');
        if (!days.has(file)) days.set(file, day);
      }
    }
  } catch {
    // Not a git repository, or no git: then only `updated` tells.
  }
  return days;
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
