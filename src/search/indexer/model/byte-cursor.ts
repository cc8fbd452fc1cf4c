/** Reads little-endian numbers one after the other. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #short: (needed: number) => Error;
  #place = 0;

  /** @param short Makes the error of a file that ends before a number does. */
  constructor(bytes: Uint8Array, short: (needed: number) => Error) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#short = short;
  }

  u8 = () => this.#view.getUint8(this.#pass(1));
  u16 = () => this.#view.getUint16(this.#pass(2), true);
  u32 = () => this.#view.getUint32(this.#pass(4), true);
  i32 = () => this.#view.getInt32(this.#pass(4), true);
  u64 = () => Number(this.#view.getBigUint64(this.#pass(8), true));
  f32 = () => this.#view.getFloat32(this.#pass(4), true);

  bytes(length: number): Uint8Array {
    const start = this.#pass(length);
    return this.#bytes.subarray(start, start + length);
  }

  text = (length: number) => new TextDecoder().decode(this.bytes(length));

  list<Result>(length: number, read: () => Result): Result[] {
    return Array.from({ length }, read);
  }

  /** The place before a step. */
  #pass(length: number): number {
    const start = this.#place;
    if (!(start + length <= this.#bytes.length)) throw this.#short(start + length);
    this.#place += length;
    return start;
  }
}
