import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSegment, encodeSegment } from '../../../../../src/search/indexer/embed/embedding-segment.ts';

const dimensions = 6;
const embedding = fc.record({
  key: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  codes: fc.int8Array({ minLength: dimensions, maxLength: dimensions }),
});
const recordBytes = 16 + dimensions + 4;

test('a segment comes back as it was written', () => {
  fc.assert(
    fc.property(fc.array(embedding), (embeddings) => {
      expect(decodeSegment(dimensions, encodeSegment(dimensions, embeddings))).toEqual(embeddings);
    }),
  );
});

test('a segment cut off anywhere keeps every whole record before the cut', () => {
  fc.assert(
    fc.property(fc.array(embedding, { minLength: 1 }), fc.nat(), (embeddings, cut) => {
      const bytes = encodeSegment(dimensions, embeddings);
      const length = cut % bytes.length;
      const whole = Math.max(0, Math.floor((length - 8) / recordBytes));
      expect(decodeSegment(dimensions, bytes.subarray(0, length))).toEqual(embeddings.slice(0, whole));
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
        expect(decodeSegment(dimensions, bytes)).toEqual(embeddings.filter((_, index) => index !== lost));
      },
    ),
  );
});

test('a segment of another version, of other dimensions, or no segment at all is empty', () => {
  const bytes = encodeSegment(dimensions, [{ key: new Uint8Array(16), codes: new Int8Array(dimensions) }]);
  expect(decodeSegment(dimensions + 1, bytes)).toEqual([]);
  expect(decodeSegment(dimensions, new TextEncoder().encode('not a segment'))).toEqual([]);
  bytes[4] = 99;
  expect(decodeSegment(dimensions, bytes)).toEqual([]);
});
