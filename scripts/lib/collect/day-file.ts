import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
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
 */
export async function openDayFile(folder: string, day: string): Promise<{ file: DayFile; cut: number }> {
  await mkdir(folder, { recursive: true });
  const handle = await open(dayPath(folder, day), 'a+');
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
