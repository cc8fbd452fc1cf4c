import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './types.ts';

/** Larger than any article a person writes; above it, Markdown may take minutes to parse. */
const LARGEST = 1024 * 1024;

export type TextFile = { text: string } | { problem: Problem };

/** Reads a UTF-8 file below `root`. Whatever keeps it from being text is a problem, never an exception. */
export async function readTextFile(root: string, file: string): Promise<TextFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(root, file));
  } catch (error) {
    return fail(
      file,
      1,
      `a file that cannot be opened (${codeOf(error)})`,
      'a file this user may read',
      'Check the file’s permissions and that it is not a broken link.',
    );
  }
  if (bytes.byteLength > LARGEST) {
    return fail(
      file,
      1,
      `${Math.round(bytes.byteLength / 1024)} kB`,
      `at most ${LARGEST / 1024} kB of text`,
      'Split it into several articles, or move pictures that are written into the text to files of their own.',
    );
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fail(
      file,
      1,
      'text saved as UTF-16',
      'text saved as UTF-8',
      'Save the file again and choose the encoding UTF-8.',
    );
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    return fail(
      file,
      lineOf(bytes, zero),
      'bytes that are no text',
      'text saved as UTF-8',
      'Replace the file by its text; pictures and other files need their own file name extension.',
    );
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return fail(
      file,
      lineOf(bytes, firstInvalid(bytes)),
      'bytes that are not UTF-8',
      'text saved as UTF-8',
      'Save the file again and choose the encoding UTF-8.',
    );
  }
}

/** The code of a system error, such as EACCES, or its message. */
export function codeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ?? message ?? String(error);
}

function fail(file: string, line: number, found: string, expected: string, remedy: string): TextFile {
  return { problem: { file, line, rule: 'readable', found, expected, remedy, severity: 'error' } };
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 0x0a) line += 1;
  return line;
}

/** Offset of the first invalid byte of the text: the longest valid beginning is found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  const valid = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valid(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
