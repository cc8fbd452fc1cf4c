import { z } from 'zod';
import { ModelError } from './model-error.ts';

/** A matrix or vector of weights, row-major. */
export interface Weights {
  shape: number[];
  data: Float32Array;
}

/** A weights file: names are listed at once, numbers are decoded when asked for. */
export interface SafetensorsFile {
  names: string[];
  /** @throws ModelError when the tensor is missing or its type is neither F16 nor F32. */
  weights(name: string): Weights;
}

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
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
export function readSafetensors(bytes: Uint8Array, where: string): SafetensorsFile {
  const fail = (found: string, expected: string) => new ModelError({ where, found, expected, todo: remedy });
  if (bytes.length < 8) throw fail(`${bytes.length} bytes`, 'at least the 8 bytes of a safetensors header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = Number(view.getBigUint64(0, true));
  const body = 8 + headerLength;
  if (body > bytes.length) {
    throw fail(
      `a header said to have ${headerLength} bytes in a file of ${bytes.length}`,
      'a complete safetensors file',
    );
  }

  const header = parseHeader(bytes.subarray(8, body));
  if (!header) throw fail('a header that is not JSON', 'a safetensors file');
  const entries = new Map<string, z.infer<typeof entrySchema>>();
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

  return {
    names: [...entries.keys()],
    weights(name) {
      const entry = entries.get(name);
      if (!entry) throw fail(`no tensor "${name}"`, 'the weights of a BERT encoder');
      const size = bytesPerNumber[entry.dtype];
      if (!size) throw fail(`tensor "${name}" of type ${entry.dtype}`, 'F16 or F32');
      const [start, end] = entry.data_offsets;
      const count = entry.shape.reduce((product, dimension) => product * dimension, 1);
      if (end - start !== count * size) {
        throw fail(`${end - start} bytes for tensor "${name}" of shape [${entry.shape}]`, `${count * size} bytes`);
      }
      // A copy, because a typed array needs an offset that is a multiple of its number's size
      // (and not by slice(), which on a Node Buffer makes a view).
      const raw = Uint8Array.from(bytes.subarray(body + start, body + end)).buffer;
      const data = size === 2 ? Float32Array.from(new Float16Array(raw)) : new Float32Array(raw);
      return { shape: entry.shape, data };
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
