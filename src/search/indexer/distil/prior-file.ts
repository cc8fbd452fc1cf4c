/** Greatest code; −128 is not used. */
const MOST = 127;

/** Packs rows to 8 bits a value: a scale (float32) and the codes, row after row. */
export function packRows(rows: Float32Array, width: number): Uint8Array {
  const count = rows.length / width;
  const bytes = new Uint8Array(count * (4 + width));
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < count; row++) {
    const values = rows.subarray(row * width, (row + 1) * width);
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST;
    view.setFloat32(row * (4 + width), scale, true);
    if (scale > 0) values.forEach((value, place) => view.setInt8(row * (4 + width) + 4 + place, Math.round(value / scale)));
  }
  return bytes;
}

/** Reads what `packRows` wrote; bytes that are no whole number of rows give no rows. */
export function unpackRows(bytes: Uint8Array, width: number): Float32Array {
  if (bytes.length % (4 + width) !== 0) return new Float32Array();
  const count = bytes.length / (4 + width);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const scale = view.getFloat32(row * (4 + width), true);
    for (let place = 0; place < width; place++) rows[row * width + place] = scale * view.getInt8(row * (4 + width) + 4 + place);
  }
  return rows;
}
