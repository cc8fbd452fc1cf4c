import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { constants, copyFile, lstat, mkdir, readdir, readFile, realpath, rm, rmdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFileAtomically } from '../cache/atomic-write.ts';
import { BUILT_SITE, contentRoot } from '../content/content-root.ts';
import { typedPath } from '../terminal/typed-path.ts';

/** Names what a build has written into its folder, a path a line: the next build may remove these and nothing else. */
export const LIST = '.signpost-files';
/** Git's own folder, in an output folder that is published from a repository. */
const REPOSITORY = '.git';
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Names in an error message. */
const MOST_NAMES = 5;
/** Files compared and copied in parallel: most of the time is spent waiting for the disk. */
const AT_ONCE = 32;

/** Where a build goes: SIGNPOST_OUT, or dist/ in an owner's content folder, or that of the project for its own content. */
export function outputFolder(): string {
  const { SIGNPOST_OUT } = process.env;
  if (SIGNPOST_OUT) return typedPath(SIGNPOST_OUT);
  const content = contentRoot();
  return content === resolve('content') ? resolve(BUILT_SITE) : join(content, BUILT_SITE);
}

/**
 * Where Astro writes before anything in the output folder is touched, a folder for each. In the project, because Astro
 * moves files there by renaming, which no system does from one disk to another.
 */
export const STAGING = join(PROJECT, '.astro', 'output');

/** Where Astro writes what goes to this output folder. */
export function stagingFolder(output: string): string {
  return join(STAGING, createHash('sha256').update(output).digest('hex').slice(0, 12));
}

/**
 * Whether a build may write there. Nothing is written by it.
 * @throws Error saying why not: the folder is one that the project or its owner lives in, or holds somebody's files.
 */
export async function checkOutput(output: string): Promise<void> {
  const real = await realPath(output);
  for (const folder of [PROJECT, homedir(), process.cwd()])
    if (holds(real, await realPath(folder))) throw refused(output, `It is or holds ${folder}.`);
  const content = await realPath(contentRoot());
  const inner = ['src', 'scripts', 'tests', 'node_modules', REPOSITORY].map((name) => join(PROJECT, name));
  for (const folder of [contentRoot(), ...inner]) {
    const other = await realPath(folder);
    const isApart = real === join(content, BUILT_SITE) && other === content;
    if (holds(real, other) || (holds(other, real) && !isApart))
      throw refused(output, `It is, holds or lies in ${folder}.`);
  }
  const found = await lstat(real).catch(() => undefined);
  if (found && !found.isDirectory()) throw refused(output, 'It is a file.');
  const files = await filesIn(real);
  if (files.length > 0 && !existsSync(join(real, LIST)))
    throw refused(
      output,
      `It holds ${named(files)}, and no list of an earlier build (${LIST}). Remove them yourself if nobody needs them.`,
    );
}

/**
 * Brings the output folder to what a build has made: copies what differs and removes what the list of the build before
 * names and this one has not made. Files of others are neither changed nor removed. The list names both builds' files
 * until all is done, so that the next build tidies up after one that was stopped.
 * @throws Error before anything is touched, when files of others lie where the build's belong.
 */
export async function publishOutput(staged: string, output: string): Promise<void> {
  await checkOutput(output);
  const real = await realPath(output);
  const coming = await filesIn(staged);
  const listed = await readList(real);
  const kept = new Set(coming);
  const known = new Set(listed);
  const foreign = (await filesIn(real)).filter((file) => !known.has(file) && file !== LIST);
  const inTheWay = conflicts(foreign, coming);
  if (inTheWay.length > 0)
    throw refused(
      output,
      `No build wrote ${named(inTheWay)}, and this one has files of the same names. Move them away.`,
    );
  await mkdir(real, { recursive: true });
  await writeList(real, new Set([...listed, ...coming]));
  for (const file of listed) if (!kept.has(file)) await removeFile(real, file);
  for (let from = 0; from < coming.length; from += AT_ONCE)
    await Promise.all(coming.slice(from, from + AT_ONCE).map((file) => replace(join(staged, file), join(real, file))));
  await writeList(real, kept);
}

/** Those of the files already there that stand where a coming one belongs, or where one of its folders does, or below it. */
function conflicts(there: readonly string[], coming: readonly string[]): string[] {
  const files = new Set(coming);
  const folders = new Set(coming.flatMap((file) => parents(file)));
  return there.filter(
    (file) => files.has(file) || folders.has(file) || parents(file).some((folder) => files.has(folder)),
  );
}

function parents(file: string): string[] {
  const names = file.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}

async function replace(from: string, to: string): Promise<void> {
  const there = await lstat(to).catch(() => undefined);
  // Never through a link, nor into a file that lies elsewhere under another name, such as a copy that shares its files.
  if (there && (!there.isFile() || there.nlink > 1)) await rm(to, { force: true });
  else if (there && (await isSame(from, to))) return;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}

async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([readFile(one), readFile(other)]);
  return a.equals(b);
}

/** Removes a listed file, and the folders that this leaves empty. */
async function removeFile(output: string, file: string): Promise<void> {
  for (const folder of parents(file))
    if (!(await lstat(join(output, folder)).catch(() => undefined))?.isDirectory()) return;
  // A folder of that name is somebody else's.
  await rm(join(output, file), { force: true }).catch(() => {});
  for (const folder of parents(file).reverse()) {
    const removed = await rmdir(join(output, folder)).then(
      () => true,
      () => false,
    );
    if (!removed) return;
  }
}

async function readList(output: string): Promise<string[]> {
  const text = await readFile(join(output, LIST), 'utf8').catch(() => '');
  // Whoever could write there could name files elsewhere.
  return text.split('\n').filter((file) => file !== '' && !isAbsolute(file) && !file.split('/').includes('..'));
}

async function writeList(output: string, files: ReadonlySet<string>): Promise<void> {
  await writeFileAtomically(join(output, LIST), `${[...files].sort().join('\n')}\n`);
}

/** Everything below a folder that is not a folder itself, with forward slashes, sorted; links are not followed. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.startsWith(`${REPOSITORY}/`) && file !== REPOSITORY)
    .sort();
}

/** Whether a folder is the other one, or one above it. */
function holds(folder: string, other: string): boolean {
  const path = relative(folder, other);
  return path === '' || !(path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path));
}

/** The path without links, of a folder that need not be there yet. */
async function realPath(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real) return real;
  const parent = dirname(path);
  return parent === path ? path : join(await realPath(parent), relative(parent, path));
}

function named(files: readonly string[]): string {
  const more = files.length - MOST_NAMES;
  return files.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` and ${more} more files` : '');
}

function refused(output: string, why: string): Error {
  return new Error(
    `${output} is no folder to build into, and nothing in it was touched. ${why} Name another folder (that of a build by SIGNPOST_OUT), which must be new, empty or of an earlier build.`,
  );
}
