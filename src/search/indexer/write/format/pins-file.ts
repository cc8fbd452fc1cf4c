import type { IndexedPin } from '../../../core/pins/pins-file.ts';
import { ByteWriter } from './byte-writer.ts';
import { dimensionScales, writeQuantized } from './quantized.ts';
import { seal } from './seal.ts';
import { writeScales } from './vectors-file.ts';

/** Bits of a code: there are few of these vectors, and a threshold tells by them. */
const BITS = 8;

/**
 * Writes what `readPinsFile` reads.
 * @param vectors One a question of all pins, in order; undefined without a model.
 */
export function writePinsFile(
  pins: readonly IndexedPin[],
  vectors: { instant: readonly Float32Array[]; deep: readonly Float32Array[]; dimensions: number } | undefined,
): Uint8Array {
  const writer = new ByteWriter();
  const texts = (some: readonly string[]): void => {
    writer.varint(some.length);
    for (const text of some) writer.string(text);
  };
  writer.varint(pins.length);
  for (const { article, section, from, until, questions, words } of pins) {
    writer
      .varint(article)
      .varint(section === undefined ? 0 : section + 1)
      .varint(from)
      .varint(until);
    texts(questions);
    texts(words);
  }
  writer.u8(vectors ? 1 : 0);
  for (const rows of vectors ? [vectors.instant, vectors.deep] : []) {
    const scales = dimensionScales(rows, vectors!.dimensions, BITS);
    writeScales(writer, scales);
    writeQuantized(writer, rows, { scales, bits: BITS });
  }
  return seal('pins', writer.finish());
}
