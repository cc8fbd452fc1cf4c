import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { readSortedStrings } from '../format/front-coding.ts';
import type { Postings } from './postings.ts';

/**
 * Reads a shard of the inverted index: its terms, then in columns the number of sections of each term,
 * the gaps between their numbers, and the impacts.
 * @param sections How many sections the index has.
 * @throws IndexError
 */
export function readWordShard(file: Uint8Array, name: string, sections: number): Map<string, Postings> {
  const reader = new ByteReader(unseal('words', file, name), name);
  const terms = readSortedStrings(reader);
  const counts = terms.map(() => reader.count());
  const sectionsOf = counts.map((count) => readSectionNumbers(reader, count, sections));
  const shard = new Map(
    terms.map((term, index) => [term, { sections: sectionsOf[index]!, impacts: reader.bytes(counts[index]!) }]),
  );
  reader.end();
  return shard;
}

function readSectionNumbers(reader: ByteReader, count: number, sections: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let section = -1;
  for (let entry = 0; entry < count; entry++) {
    section += reader.varint() + 1;
    if (section >= sections) throw reader.fault(`section ${section}`, `a number below ${sections}`);
    numbers[entry] = section;
  }
  return numbers;
}
