import { crc32 } from 'node:zlib';

/** One embedding as it lies on disk. */
export interface CachedEmbedding {
  /** 16 bytes that stand for model, prefix and text. */
  key: Uint8Array;
  /** The direction of the vector in 8 bits a dimension; its length is 1 by definition. */
  codes: Int8Array;
}

const magic = 'SGEM';
const version = 1;
const headerBytes = 8;
const keyBytes = 16;
const checksumBytes = 4;

/**
 * A segment file: `SGEM`, version (u16), dimensions (u16), then records of one size:
 * key (16 bytes), codes (1 byte a dimension), CRC-32 of both (u32). Little-endian.
 */
export function encodeSegment(dimensions: number, embeddings: readonly CachedEmbedding[]): Uint8Array {
  const { recordBytes } = segmentLayout(dimensions);
  const bytes = new Uint8Array(headerBytes + embeddings.length * recordBytes);
  const view = new DataView(bytes.buffer);
  new TextEncoder().encodeInto(magic, bytes);
  view.setUint16(4, version, true);
  view.setUint16(6, dimensions, true);
  embeddings.forEach(({ key, codes }, index) => {
    const start = headerBytes + index * recordBytes;
    const end = start + keyBytes + dimensions;
    bytes.set(key, start);
    bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), start + keyBytes);
    view.setUint32(end, crc32(bytes.subarray(start, end)), true);
  });
  return bytes;
}

/** Bytes before the first record, and bytes of each. */
export function segmentLayout(dimensions: number): { headerBytes: number; recordBytes: number } {
  return { headerBytes, recordBytes: keyBytes + dimensions + checksumBytes };
}

/** Whether bytes begin as a segment of so many dimensions does, in the version that is read. */
export function isSegment(dimensions: number, bytes: Uint8Array): boolean {
  if (bytes.length < headerBytes) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === magic &&
    view.getUint16(4, true) === version &&
    view.getUint16(6, true) === dimensions
  );
}

/** The record that begins at a byte, as views of the bytes; undefined when it was cut off or changed on disk. */
export function recordAt(dimensions: number, bytes: Uint8Array, start: number): CachedEmbedding | undefined {
  const end = start + keyBytes + dimensions;
  if (end + checksumBytes > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (crc32(bytes.subarray(start, end)) !== view.getUint32(end, true)) return undefined;
  const codes = new Int8Array(bytes.buffer, bytes.byteOffset + start + keyBytes, dimensions);
  return { key: bytes.subarray(start, start + keyBytes), codes };
}

/** A direction in 8 bits a dimension: the largest component becomes ±127. */
export function quantizeDirection(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const factor = largest > 0 ? 127 / largest : 0;
  const codes = new Int8Array(vector.length);
  for (let place = 0; place < codes.length; place++) codes[place] = Math.round(vector[place]! * factor);
  return codes;
}

/**
 * The vector of length 1 in the direction of the codes; the zero vector when all are zero.
 * @param vector Is filled.
 */
export function dequantizeDirection(codes: Int8Array, vector: Float32Array): void {
  let squares = 0;
  for (const code of codes) squares += code * code;
  const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let place = 0; place < vector.length; place++) vector[place] = codes[place]! * factor;
}
