import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { readSortedStrings } from '../format/front-coding.ts';
import type { Postings } from './postings.ts';

/**
 * Reads a shard of the inverted index: how many sections a term lists at most, its terms, then in columns the number of
 * sections of each term, the gaps between the numbers of those that are listed, and the impacts.
 * @param sections How many sections the index has.
 * @throws IndexError
 */
export function readWordShard(file: Uint8Array, name: string, sections: number): Map<string, Postings> {
  const reader = new ByteReader(unseal('words', file, name), name);
  const most = reader.varint();
  const terms = readSortedStrings(reader);
  const counts = terms.map(() => reader.varint());
  const sectionsOf = counts.map((count) => readSectionNumbers(reader, Math.min(count, most), sections));
  const shard = new Map(
    terms.map((term, index) => {
      const [listed, count] = [sectionsOf[index]!, counts[index]!];
      const impacts = reader.bytes(listed.length);
      return [term, { sections: listed, impacts, ...(count > listed.length && { count }) }];
    }),
  );
  reader.end();
  return shard;
}

function readSectionNumbers(reader: ByteReader, count: number, sections: number): Uint32Array {
  // Each takes a byte at least, so that a wrong count can't exhaust the memory.
  if (count > reader.left) throw reader.fault(`${count} sections`, `at most ${reader.left}`);
  const numbers = new Uint32Array(count);
  let section = -1;
  for (let entry = 0; entry < count; entry++) {
    section += reader.varint() + 1;
    if (section >= sections) throw reader.fault(`section ${section}`, `a number below ${sections}`);
    numbers[entry] = section;
  }
  return numbers;
}
