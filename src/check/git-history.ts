import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** A file that git once had below a folder and that is no longer there. */
interface FormerFile {
  /** Its path below the folder, with forward slashes. */
  file: string;
  /** Its text when it was last there. */
  text: string;
}

/** What git knows of a content folder. Where there is no git, or a shallow clone, which knows its newest commits only, nothing. */
export interface GitHistory {
  /** Why git knows nothing of the folder's past, and what to do; undefined when it was asked and answered. */
  unknown(): string | undefined;
  /** The day on which git last saw a change of a file, given its path below the folder. */
  lastChange(file: string): Date | undefined;
  /** What a file, given its path below the folder, said in the commits that changed it: its newest texts, newest first. */
  formerTexts(file: string): string[];
  /** The files that git had at any time and that are not among `present`, newest first. */
  formerFiles(present: ReadonlySet<string>): FormerFile[];
}

interface Log {
  days: Map<string, Date>;
  /** By path below the folder: the revision that last had it, and its path there. */
  seen: Map<string, { revision: string; path: string }>;
  unknown?: string;
}

/** Asks git about a folder, once, when first needed. */
export function gitHistory(root: string): GitHistory {
  let log: Log | undefined;
  const known = (): Log => (log ??= read(root));
  return {
    unknown: () => known().unknown,
    lastChange: (file) => known().days.get(file),
    formerTexts: (file) => (known().days.has(file) ? formerTexts(root, file) : []),
    formerFiles: (present) => {
      const gone = [...known().seen].filter(([file]) => !present.has(file));
      const texts = textsOf(
        root,
        gone.map(([, { revision, path }]) => `${revision}:${path}`),
      );
      return gone.flatMap(([file], index) => {
        const text = texts[index];
        return text === undefined ? [] : [{ file, text }];
      });
    },
  };
}

function read(root: string): Log {
  const log: Log = { days: new Map(), seen: new Map() };
  if (!mayBeInRepository(root)) return { ...log, unknown: NO_REPOSITORY };
  try {
    const [shallow, top = ''] = git(root, ['rev-parse', '--is-shallow-repository', '--show-toplevel']).split('\n');
    if (shallow === 'true') return { ...log, unknown: SHALLOW };
    let day: Date | undefined;
    let revision = '';
    const format = '--format=%x00%H %cI';
    for (const line of git(root, [
      '-c',
      'core.quotePath=false',
      'log',
      '--no-renames',
      format,
      '--name-status',
      '--',
      '.',
    ]).split('\n')) {
      if (line.startsWith('\0')) {
        const [commit = '', date = ''] = line.slice(1).split(' ');
        revision = commit;
        day = new Date(date);
        continue;
      }
      const [status, path] = line.split('\t');
      if (!path || !day) continue;
      const file = relative(root, resolve(top, path)).replaceAll('\\', '/');
      if (log.days.has(file)) continue;
      log.days.set(file, day);
      // What a commit deletes was there in the one before it.
      log.seen.set(file, { revision: status === 'D' ? `${revision}^` : revision, path });
    }
  } catch (error) {
    // A repository without a commit has no past either, but there is nothing to miss.
    if (isAbsent(error)) return { ...log, unknown: NO_GIT };
    if (!isRepository(root)) return { ...log, unknown: NO_REPOSITORY };
  }
  return log;
}

const SHALLOW =
  'this clone holds the newest commits only. Fetch all of them: git fetch --unshallow, or fetch-depth: 0 for actions/checkout.';
const NO_REPOSITORY = 'the folder is in no git repository. Run the check where it is.';
const NO_GIT = 'there is no git to ask. Install it.';

function isRepository(root: string): boolean {
  try {
    return git(root, ['rev-parse', '--is-inside-work-tree']).trim() === 'true';
  } catch {
    return false;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Whether git can know of a folder: looked up where git looks, because to start a program costs a large process more
 * than all other rules together take for a small site.
 */
function mayBeInRepository(folder: string): boolean {
  if (process.env.GIT_DIR !== undefined) return true;
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(resolve(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

/** A price that changed longer ago stands in no text any more. */
const MOST_REVISIONS = 50;

function formerTexts(root: string, file: string): string[] {
  try {
    const revisions = git(root, ['log', '--no-renames', `--max-count=${MOST_REVISIONS}`, '--format=%H', '--', file]);
    const objects = revisions
      .split('\n')
      .filter(Boolean)
      .map((revision) => `${revision}:./${file}`);
    return textsOf(root, objects).flatMap((text) => text ?? []);
  } catch {
    return [];
  }
}

/** The texts of objects such as `HEAD:README.md`, asked for at once; undefined for those that are not there. */
function textsOf(root: string, objects: readonly string[]): (string | undefined)[] {
  if (objects.length === 0) return [];
  try {
    const answer = execFileSync('git', ['cat-file', '--batch'], {
      cwd: root,
      input: objects.map((object) => `${object}\n`).join(''),
      maxBuffer: MOST,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let at = 0;
    return objects.map(() => {
      const end = answer.indexOf('\n', at);
      const head = answer.toString('utf8', at, end);
      const size = Number(/ blob (\d+)$/.exec(head)?.[1]);
      at = end + 1;
      if (Number.isNaN(size)) return undefined;
      const text = answer.toString('utf8', at, at + size);
      at += size + 1;
      return text;
    });
  } catch {
    return [];
  }
}

const MOST = 256 * 1024 * 1024;

function git(root: string, args: string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: MOST,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
