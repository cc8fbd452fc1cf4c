import type { Postings } from '../../../core/index/postings.ts';
import { ByteWriter } from './byte-writer.ts';
import { writeSortedStrings } from './front-coding.ts';
import { seal } from './seal.ts';

/** Writes what `readWordShard` reads. The terms are sorted. */
export function writeWordShard(terms: readonly (readonly [string, Postings])[]): Uint8Array {
  const writer = new ByteWriter();
  writeSortedStrings(writer, terms.map(([term]) => term));
  for (const [, { sections }] of terms) writer.varint(sections.length);
  for (const [, { sections }] of terms) {
    let before = -1;
    for (const section of sections) {
      writer.varint(section - before - 1);
      before = section;
    }
  }
  for (const [, { impacts }] of terms) writer.bytes(impacts);
  return seal('words', writer.finish());
}
