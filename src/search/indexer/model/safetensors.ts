import { z } from 'zod';
import { ModelError } from './model-error.ts';
import type { WeightFile } from './weights.ts';

/** Bytes in memory, or such that are read from a file when asked for. */
export interface Bytes {
  length: number;
  subarray(start: number, end: number): Uint8Array;
}

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
type Entry = z.infer<typeof entrySchema>;
const headerSchema = z.record(z.string(), z.unknown());

const bytesPerNumber: Record<string, number> = { F16: 2, F32: 4 };
const remedy = 'Delete node_modules and run "npm ci", or fetch the model again.';

/**
 * Reads the safetensors format: a little-endian u64 with the header's length, a JSON
 * header (tensor name → dtype, shape, byte range), then the numbers.
 *
 * @param where The file's name for messages.
 * @throws ModelError when the file is truncated or is no safetensors file.
 */
export function readSafetensors(bytes: Bytes, where: string): WeightFile {
  const fail = (found: string, expected: string) => new ModelError({ where, found, expected, todo: remedy });
  if (bytes.length < 8) throw fail(`${bytes.length} bytes`, 'at least the 8 bytes of a safetensors header');
  const start = bytes.subarray(0, 8);
  const headerLength = Number(new DataView(start.buffer, start.byteOffset, 8).getBigUint64(0, true));
  const body = 8 + headerLength;
  if (body > bytes.length) {
    throw fail(
      `a header said to have ${headerLength} bytes in a file of ${bytes.length}`,
      'a complete safetensors file',
    );
  }

  const header = parseHeader(bytes.subarray(8, body));
  if (!header) throw fail('a header that is not JSON', 'a safetensors file');
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const entry = entrySchema.safeParse(value);
    if (!entry.success) throw fail(`tensor "${name}" without dtype, shape and data_offsets`, 'all three');
    const [start, end] = entry.data.data_offsets;
    if (end < start || body + end > bytes.length) {
      throw fail(`tensor "${name}" at bytes ${start} to ${end} of ${bytes.length - body}`, 'a range inside the file');
    }
    entries.set(name, entry.data);
  }

  function find(name: string): Entry {
    const entry = entries.get(name);
    if (!entry) throw fail(`no tensor "${name}"`, 'the weights of a BERT encoder');
    const size = bytesPerNumber[entry.dtype];
    if (!size) throw fail(`tensor "${name}" of type ${entry.dtype}`, 'F16 or F32');
    const [start, end] = entry.data_offsets;
    const count = entry.shape.reduce((product, dimension) => product * dimension, 1);
    if (end - start !== count * size) {
      throw fail(`${end - start} bytes for tensor "${name}" of shape [${entry.shape}]`, `${count * size} bytes`);
    }
    return entry;
  }

  /** Some numbers of a tensor, counted from its first. */
  function decode({ dtype, data_offsets: [offset] }: Entry, start: number, end: number): Float32Array {
    const size = bytesPerNumber[dtype]!;
    const from = body + offset;
    // A copy, because a typed array needs an offset that is a multiple of its number's size
    // (and not by slice(), which on a Node Buffer makes a view).
    const raw = Uint8Array.from(bytes.subarray(from + start * size, from + end * size)).buffer;
    return size === 2 ? Float32Array.from(new Float16Array(raw)) : new Float32Array(raw);
  }

  return {
    names: [...entries.keys()],
    weights(name) {
      const entry = find(name);
      const [start, end] = entry.data_offsets;
      return { shape: entry.shape, data: decode(entry, 0, (end - start) / bytesPerNumber[entry.dtype]!) };
    },
    table(name) {
      const entry = find(name);
      const [rows, columns] = entry.shape;
      if (rows === undefined || columns === undefined || entry.shape.length > 2) {
        throw fail(`tensor "${name}" of shape [${entry.shape}]`, 'a matrix');
      }
      return { shape: [rows, columns], rows: (start, end) => decode(entry, start * columns, end * columns) };
    },
  };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
