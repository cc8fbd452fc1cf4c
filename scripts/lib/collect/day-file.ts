import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^(\d{4}-\d{2}-\d{2})\.ndjson$/;
const CHUNK = 64 * 1024;

/** The UTC day of a moment: `2026-05-01`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Days of which `folder` has a file, ascending. */
export async function writtenDays(folder: string): Promise<string[]> {
  return (await readdir(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
}

export function dayPath(folder: string, day: string): string {
  return join(folder, `${day}.ndjson`);
}

/** A day's file, open for appending; everything up to `length` is whole lines on the disk. */
export interface DayFile {
  day: string;
  handle: FileHandle;
  length: number;
}

/**
 * Opens a day's file, making it when missing. A last line that a crash tore off is cut away: it was never
 * acknowledged, so its sender sends it again.
 * @returns the file, and how many bytes were cut.
 * @throws Error when something else lies there, such as a link: what it leads to is not ours to cut.
 */
export async function openDayFile(folder: string, day: string): Promise<{ file: DayFile; cut: number }> {
  await mkdir(folder, { recursive: true });
  const path = dayPath(folder, day);
  const there = await lstat(path).catch(() => undefined);
  if (there && !there.isFile())
    throw new Error(`${path} is no file of its own (a link, perhaps). Move it away; the collector makes a file there.`);
  const { O_RDWR, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;
  // Windows has no O_NOFOLLOW.
  const handle = await open(path, O_RDWR | O_CREAT | O_APPEND | (O_NOFOLLOW ?? 0), 0o644);
  const { size } = await handle.stat();
  const length = await lengthOfLines(handle, size);
  if (length < size) {
    await handle.truncate(length);
    await handle.sync();
  }
  // The file's name must outlive a crash as well as its content.
  if (size === 0) await syncFolder(folder);
  return { file: { day, handle, length }, cut: size - length };
}

/** Whether the file's name still leads to it: a folder may be moved away while its files are open. */
export async function isInPlace(folder: string, { day, handle }: DayFile): Promise<boolean> {
  const [named, opened] = await Promise.all([
    stat(dayPath(folder, day), { bigint: true }).catch(() => undefined),
    handle.stat({ bigint: true }),
  ]);
  return named?.ino === opened.ino && named.dev === opened.dev;
}

/** Where the last line that ends with a line feed ends. */
async function lengthOfLines(handle: FileHandle, size: number): Promise<number> {
  for (let end = size; end > 0; end -= CHUNK) {
    const start = Math.max(0, end - CHUNK);
    const { buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    const last = buffer.lastIndexOf(0x0a);
    if (last >= 0) return start + last + 1;
  }
  return 0;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; it writes their entries through.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
