import { largest, quantizeRows } from '../model/quantize-rows.ts';

/** Greatest code; −128 is not used. */
const MOST = 127;
/** A row's scale. */
const SCALE_BYTES = 4;

/** A prior's rows in 8 bits a value: a scale (float32, little-endian) and the codes, row after row. */
export function encodePrior(rows: Float32Array, width: number): Uint8Array {
  const { codes, scales } = quantizeRows(
    { shape: [rows.length / width, width], data: rows },
    (row) => largest(row) / MOST,
  );
  const bytes = new Uint8Array(scales.length * (SCALE_BYTES + width));
  const view = new DataView(bytes.buffer);
  scales.forEach((scale, row) => {
    const start = row * (SCALE_BYTES + width);
    view.setFloat32(start, scale, true);
    bytes.set(new Uint8Array(codes.buffer, row * width, width), start + SCALE_BYTES);
  });
  return bytes;
}

/** Reads what `encodePrior` wrote; bytes that are no whole number of rows give no rows. */
export function decodePrior(bytes: Uint8Array, width: number): Float32Array {
  const rowBytes = SCALE_BYTES + width;
  if (bytes.length % rowBytes !== 0) return new Float32Array();
  const count = bytes.length / rowBytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const scale = view.getFloat32(row * rowBytes, true);
    for (let place = 0; place < width; place++)
      rows[row * width + place] = scale * view.getInt8(row * rowBytes + SCALE_BYTES + place);
  }
  return rows;
}
