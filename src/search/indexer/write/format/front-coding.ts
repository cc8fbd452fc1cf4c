import type { ByteWriter } from './byte-writer.ts';

/** Writes what `readSortedStrings` reads. The strings are sorted, each once, and hold no line break. */
export function writeSortedStrings(writer: ByteWriter, strings: readonly string[]): void {
  writer.varint(strings.length);
  const rests: string[] = [];
  let before = '';
  for (const string of strings) {
    const length = sharedLength(before, string);
    writer.varint(length);
    rests.push(string.slice(length));
    before = string;
  }
  if (strings.length > 0) writer.string(rests.join('\n'));
}

/** How many leading code units two strings share, never half a surrogate pair. */
export function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  const cutsPair = length > 0 && (one.charCodeAt(length - 1) & 0xfc00) === 0xd800;
  return cutsPair ? length - 1 : length;
}
