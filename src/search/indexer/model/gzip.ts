import { constants, gzipSync } from 'node:zlib';

/** Bytes from the middle of a file by which the way is chosen: to try both on a whole model takes seconds. */
const SAMPLE = 1 << 20;

/**
 * Gzips a file the better of two ways: with repeated strings found, which suits text and
 * programs, or by entropy alone, which suits rounded weights.
 */
export function gzip(content: Uint8Array): Uint8Array {
  const start = Math.max(0, Math.floor((content.length - SAMPLE) / 2));
  const sample = content.subarray(start, start + SAMPLE);
  const [repeats, entropy] = [withRepeats(sample), byEntropy(sample)];
  const [best, way] = repeats.length < entropy.length ? [repeats, withRepeats] : [entropy, byEntropy];
  return sample.length === content.length ? best : way(content);
}

function withRepeats(content: Uint8Array): Uint8Array {
  return gzipSync(content, { level: 9 });
}

function byEntropy(content: Uint8Array): Uint8Array {
  return gzipSync(content, { level: 9, memLevel: 9, strategy: constants.Z_HUFFMAN_ONLY });
}
