import { readFile } from 'node:fs/promises';

/** Bodies larger than this are no articles; converting them would take minutes. In bytes. */
export const largestArticle = 2_000_000;

/**
 * The text of a file: UTF-8, or UTF-16 when it says so; a byte order mark is dropped and lines end in \n.
 * `broken` is true when some bytes were not UTF-8 and had to be replaced.
 */
export async function readText(path: string): Promise<{ text: string; broken: boolean }> {
  const bytes = await readFile(path);
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  return { text, broken: text.includes('\ufffd') };
}
