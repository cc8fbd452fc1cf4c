import { ByteWriter } from './byte-writer.ts';
import { writeSortedStrings } from './front-coding.ts';
import { seal } from './seal.ts';

/** Writes what `readVocabularyShard` reads. The words are sorted. */
export function writeVocabularyShard(words: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  writeSortedStrings(writer, words);
  return seal('vocabulary', writer.finish());
}
