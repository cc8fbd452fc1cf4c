import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CachedEmbedding, encodeSegment } from '../../../../../src/search/indexer/embed/embedding-segment.ts';
import { readSegmentFile } from '../../../../../src/search/indexer/embed/segment-file.ts';

const dimensions = 6;
const embedding = fc.record({
  key: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  codes: fc.int8Array({ minLength: dimensions, maxLength: dimensions }),
});
const recordBytes = 16 + dimensions + 4;
const file = join(mkdtempSync(join(tmpdir(), 'segment-')), 'one.sgem');

/** What is read from a file of these bytes. */
function read(bytes: Uint8Array, rows?: number[], of = dimensions): CachedEmbedding[] {
  writeFileSync(file, bytes);
  const found: CachedEmbedding[] = [];
  readSegmentFile(
    file,
    of,
    ({ key, codes }) => found.push({ key: Uint8Array.from(key), codes: Int8Array.from(codes) }),
    rows,
  );
  return found;
}

test('a segment comes back as it was written, in whole and in part', () => {
  fc.assert(
    fc.property(fc.array(embedding), fc.infiniteStream(fc.boolean()), (embeddings, chosen) => {
      const bytes = encodeSegment(dimensions, embeddings);
      expect(read(bytes)).toEqual(embeddings);
      const rows = embeddings.flatMap((_, row) => (chosen.next().value ? [row] : []));
      expect(read(bytes, rows)).toEqual(rows.map((row) => embeddings[row]));
    }),
  );
});

test('a segment of more records than are read at a time comes back, too', () => {
  const embeddings = Array.from({ length: 1_300 }, (_, row) => ({
    key: new Uint8Array(16).fill(row % 251),
    codes: new Int8Array(dimensions).fill(row % 127),
  }));
  const bytes = encodeSegment(dimensions, embeddings);
  expect(read(bytes)).toEqual(embeddings);
  const rows = [0, 511, 512, 1_299];
  expect(read(bytes, rows)).toEqual(rows.map((row) => embeddings[row]));
});

test('a segment cut off anywhere keeps every whole record before the cut', () => {
  fc.assert(
    fc.property(fc.array(embedding, { minLength: 1 }), fc.nat(), (embeddings, cut) => {
      const bytes = encodeSegment(dimensions, embeddings);
      const length = cut % bytes.length;
      const whole = Math.max(0, Math.floor((length - 8) / recordBytes));
      expect(read(bytes.subarray(0, length))).toEqual(embeddings.slice(0, whole));
      expect(read(bytes.subarray(0, length), [...embeddings.keys()])).toEqual(embeddings.slice(0, whole));
    }),
  );
});

test('a changed byte costs the record it stands in and no other', () => {
  fc.assert(
    fc.property(
      fc.array(embedding, { minLength: 1 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (embeddings, place, change) => {
        const bytes = encodeSegment(dimensions, embeddings);
        const at = 8 + (place % (bytes.length - 8));
        bytes[at]! ^= change;
        const lost = Math.floor((at - 8) / recordBytes);
        expect(read(bytes)).toEqual(embeddings.filter((_, index) => index !== lost));
      },
    ),
  );
});

test('a segment of another version, of other dimensions, or no segment at all is empty', () => {
  const bytes = encodeSegment(dimensions, [{ key: new Uint8Array(16), codes: new Int8Array(dimensions) }]);
  expect(read(bytes, undefined, dimensions + 1)).toEqual([]);
  expect(read(new TextEncoder().encode('not a segment'))).toEqual([]);
  expect(read(new Uint8Array())).toEqual([]);
  bytes[4] = 99;
  expect(read(bytes)).toEqual([]);
});

test('a file that another build has removed has no record', () => {
  expect(readSegmentFile(join(tmpdir(), 'never-there.sgem'), dimensions, () => expect.unreachable())).toBe(0);
});
