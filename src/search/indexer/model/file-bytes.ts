import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Bytes } from './safetensors.ts';

/** A file's bytes, read when asked for: half a gigabyte of weights is never in memory at once. */
export function fileBytes(path: string): Bytes {
  return {
    length: statSync(path).size,
    subarray(start, end) {
      const bytes = new Uint8Array(end - start);
      const file = openSync(path, 'r');
      try {
        for (let done = 0; done < bytes.length; ) {
          const read = readSync(file, bytes, done, bytes.length - done, start + done);
          if (read === 0) throw new RangeError(`${path} ends before byte ${end}.`);
          done += read;
        }
      } finally {
        closeSync(file);
      }
      return bytes;
    },
  };
}
