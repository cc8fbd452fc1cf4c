import { closeSync, openSync, readSync } from 'node:fs';
import { type CachedEmbedding, isSegment, recordAt, segmentLayout } from './embedding-segment.ts';

/** Records that are read at a time. */
const RECORDS_AT_ONCE = 512;

/** Takes a record and the number it has in its file. Key and codes are views that hold until it returns. */
export type VisitRecord = (embedding: CachedEmbedding, row: number) => void;

/**
 * Reads the intact records of a segment file, some at a time, in their order. A record that is cut off or changed on disk is
 * left out; a file that is gone or no segment of so many dimensions has none.
 * @param rows Numbers of the records to read, ascending; all unless given.
 * @returns how many records the file has, intact or not.
 */
export function readSegmentFile(
  file: string,
  dimensions: number,
  visit: VisitRecord,
  rows?: readonly number[],
): number {
  const { headerBytes, recordBytes } = segmentLayout(dimensions);
  // No Buffer, whose parts are views even where they are sliced.
  const buffer = new Uint8Array(RECORDS_AT_ONCE * recordBytes);
  const handle = openIfThere(file);
  if (handle === undefined) return 0;
  try {
    const header = buffer.subarray(0, readSync(handle, buffer, 0, headerBytes, 0));
    if (!isSegment(dimensions, header)) return 0;
    let first = 0;
    let count = fill(first);
    if (rows) {
      for (const row of rows) {
        if (row >= first + count) {
          first = row;
          count = fill(first);
        }
        see(row);
      }
      return first + count;
    }
    for (; count > 0; count = fill(first)) {
      for (let row = first; row < first + count; row++) see(row);
      first += count;
    }
    return first;

    /** Reads the records from one on; gives how many there are. */
    function fill(row: number): number {
      const read = readSync(handle!, buffer, 0, buffer.length, headerBytes + row * recordBytes);
      return Math.floor(read / recordBytes);
    }

    function see(row: number): void {
      if (row >= first + count) return;
      const record = recordAt(dimensions, buffer, (row - first) * recordBytes);
      if (record) visit(record, row);
    }
  } finally {
    closeSync(handle);
  }
}

/** Another build may have joined the file into a new one since its folder was listed. */
function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch {
    return undefined;
  }
}
