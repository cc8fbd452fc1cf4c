import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { touch } from './touch.ts';

/**
 * Writes a file so that it is there as a whole or not at all, even when the machine stops meanwhile: readers never see
 * half of it. Folders above it are made.
 */
export async function writeFileAtomically(file: string, content: string | Uint8Array): Promise<void> {
  await fillAtomically(file, (temporary) => writeFile(temporary, content));
}

/** The same for those who cannot wait. */
export function writeFileAtomicallySync(file: string, content: Uint8Array): void {
  const temporary = temporaryBeside(file);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Copies a file in the same way, whatever its size. */
export async function copyFileAtomically(from: string, file: string): Promise<void> {
  await fillAtomically(file, (temporary) => copyFile(from, temporary));
}

async function fillAtomically(file: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = temporaryBeside(file);
  await mkdir(dirname(file), { recursive: true });
  try {
    await fill(temporary);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Fills a folder so that it is either complete or absent: `fill` writes beside it and the
 * result is renamed into place. When another process was faster, its folder stays. One that is there counts as used now.
 */
export async function createFolderAtomically(
  folder: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return touch(folder);
  const temporary = temporaryBeside(folder);
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(temporary);
    await fill(temporary);
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** In the same folder, since only within a file system a rename is one step. */
function temporaryBeside(path: string): string {
  return `${path}.${randomUUID()}.tmp`;
}
