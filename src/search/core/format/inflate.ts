import { IndexError } from './index-error.ts';

/**
 * The content of a file as stored. Files are stored gzipped, so that any static host serves them small;
 * a host that takes them for encoded content has already unpacked them, and they come through as they are.
 * @throws IndexError when the compressed content is cut or damaged.
 */
export async function inflate(stored: Uint8Array, name: string): Promise<Uint8Array> {
  if (stored[0] !== 0x1f || stored[1] !== 0x8b) return stored;
  try {
    const stream = new Blob([stored as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new IndexError('corrupt', name, 'compressed content that is cut or damaged', 'a whole gzip file', { cause });
  }
}
