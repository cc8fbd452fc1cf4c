import type { ByteReader } from './byte-reader.ts';

/**
 * Reads sorted strings written as: count, then for each one the number of UTF-16 code units it shares with the one
 * before, and the rest as a string. The lengths and the texts lie in two columns, which compress better apart.
 */
export function readSortedStrings(reader: ByteReader): string[] {
  const count = reader.count();
  const shared = Array.from({ length: count }, () => reader.varint());
  const rests = count === 0 ? [] : reader.string().split('\n');
  if (rests.length !== count) throw reader.fault(`${rests.length} strings`, `${count}`);
  const strings: string[] = [];
  let before = '';
  for (let index = 0; index < count; index++) {
    const length = shared[index]!;
    if (length > before.length)
      throw reader.fault(`${length} letters shared with "${before}"`, `at most ${before.length}`);
    before = before.slice(0, length) + rests[index]!;
    strings.push(before);
  }
  return strings;
}
