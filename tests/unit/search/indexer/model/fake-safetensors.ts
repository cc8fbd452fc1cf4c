/** Writes a safetensors file for tests; `type` is the type every tensor is stored in. */
export function writeSafetensors(
  tensors: Record<string, { shape: number[]; values: number[] }>,
  type: 'F16' | 'F32' = 'F32',
): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: { format: 'pt' } };
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    const numbers = type === 'F16' ? Float16Array.from(values) : Float32Array.from(values);
    const bytes = new Uint8Array(numbers.buffer);
    header[name] = { dtype: type, shape, data_offsets: [offset, offset + bytes.length] };
    parts.push(bytes);
    offset += bytes.length;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + offset);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  let start = 8 + text.length;
  for (const part of parts) {
    file.set(part, start);
    start += part.length;
  }
  return file;
}
