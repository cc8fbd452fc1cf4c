import { readFile, stat } from 'node:fs/promises';
import { fontace } from 'fontace';
import { memoize } from '../../cache/memoize.ts';

export interface FontFile {
  bytes: number;
  /** `woff2`, `woff` or `truetype`; undefined for what is no font. */
  format: string | undefined;
  /** Whether it draws a character, by its code point. */
  has(codePoint: number): boolean;
}

/** Above it a file is not read: no font for the web is as large, and the check runs after each edit. */
const LARGEST = 20 * 1024 * 1024;

const fontOf = memoize(async (path: string, _version: string): Promise<Pick<FontFile, 'format' | 'has'>> => {
  try {
    const { format, unicodeRangeArray } = fontace(await readFile(path));
    return { format, has: inRanges(unicodeRangeArray.join(',')) };
  } catch {
    return { format: undefined, has: () => false };
  }
});

/** What is in a font's file; read again only where the file changed. */
export async function readFontFile(path: string): Promise<FontFile> {
  const { size, mtimeMs } = await stat(path);
  if (size > LARGEST) return { bytes: size, format: undefined, has: () => false };
  return { bytes: size, ...(await fontOf(path, `${size} ${mtimeMs}`)) };
}

/** Whether a character is in ranges as CSS writes them: `U+0-24F, U+4??`. */
export function inRanges(ranges: string): (codePoint: number) => boolean {
  const bounds = ranges.split(',').map((range): [number, number] => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)];
  });
  return (codePoint) => bounds.some(([from, to]) => from <= codePoint && codePoint <= to);
}
