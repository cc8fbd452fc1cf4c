import type { SectionRecord } from '../section-records.ts';
import { VECTOR } from './engine-index.ts';

/** A request for many documents takes about this much (bytes): both engines advise 5 to 15 MB. */
const MOST_BYTES = 10_000_000;
/** Vectors come rounded to 8 bits a dimension. */
const DIGITS = 4;

/** A section with its vector; none where the locale is searched by words alone. */
export interface EmbeddedSection {
  record: SectionRecord;
  vector?: Float32Array | undefined;
}

/**
 * Bodies of `POST /_bulk`: for each section a line that says where it goes and a line that is it. A section keeps its id from
 * one export to the next, so that a later one replaces it.
 * @param index Name of the index.
 * @param most Bytes of a body; one that a single section exceeds has that section alone.
 */
export function* bulkFiles(
  index: string,
  sections: Iterable<EmbeddedSection>,
  most = MOST_BYTES,
): Generator<string, void> {
  let lines: string[] = [];
  let bytes = 0;
  for (const { record, vector } of sections) {
    const action = { index: { _index: index, _id: record.section } };
    const document = { ...record, ...(vector && { [VECTOR]: Array.from(vector, rounded) }) };
    const pair = `${JSON.stringify(action)}\n${JSON.stringify(document)}\n`;
    const size = Buffer.byteLength(pair);
    if (lines.length > 0 && bytes + size > most) {
      yield lines.join('');
      [lines, bytes] = [[], 0];
    }
    lines.push(pair);
    bytes += size;
  }
  if (lines.length > 0) yield lines.join('');
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
