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
  const places = counts.map((count) => readSections(reader, count, sections));
  const shard = new Map(terms.map((term, place) => [term, { sections: places[place]!, impacts: reader.bytes(counts[place]!) }]));
  reader.end();
  return shard;
}

function readSections(reader: ByteReader, count: number, sections: number): Uint32Array {
  const places = new Uint32Array(count);
  let place = -1;
  for (let entry = 0; entry < count; entry++) {
    place += reader.varint() + 1;
    if (place >= sections) throw reader.fault(`section ${place}`, `a number below ${sections}`);
    places[entry] = place;
  }
  return places;
}
