import { IndexError } from './index-error.ts';

/**
 * The content of a file as stored. Files are stored gzipped, so that any static host serves them small;
 * a host that takes them for encoded content has already unpacked them, and they come through as they are.
 * @throws IndexError when the compressed content is cut or damaged.
 */
export async function inflate(stored: Uint8Array, name: string): Promise<Uint8Array> {
  if (stored[0] !== 0x1f || stored[1] !== 0x8b) return stored;
  try {
    return await unpacked(stored as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    throw new IndexError('corrupt', name, 'compressed content that is cut or damaged', 'a whole gzip file', { cause });
  }
}

/** Written and read by hand: a Blob and a Response around the stream each cost a browser several tasks, file by file. */
async function unpacked(stored: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // What is wrong with the content rejects the reading, too.
  for (const step of [writer.write(stored), writer.close()]) step.catch(() => {});
  const chunks: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) chunks.push(chunk.value);
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
