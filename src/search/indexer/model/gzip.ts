import { constants, gzipSync } from 'node:zlib';

/**
 * Gzips a file the better of two ways: with repeated strings found, which suits text and
 * programs, or by entropy alone, which suits rounded weights.
 */
export function gzip(content: Uint8Array): Uint8Array {
  const repeats = gzipSync(content, { level: 9 });
  const entropy = gzipSync(content, { level: 9, memLevel: 9, strategy: constants.Z_HUFFMAN_ONLY });
  return repeats.length < entropy.length ? repeats : entropy;
}
