import { IndexError } from './index-error.ts';

const DECODER = new TextDecoder('utf-8', { fatal: true });

/** Reads a payload that ByteWriter made; every read past the end is an IndexError, never a wrong value. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #file: string;
  #offset = 0;

  /** @param file Name of the file, for errors. */
  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#file = file;
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  u8(): number {
    this.#need(1);
    return this.#bytes[this.#offset++]!;
  }

  f32(): number {
    const four = this.bytes(4);
    return new DataView(four.buffer, four.byteOffset, 4).getFloat32(0, true);
  }

  varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) break;
      factor *= 0x80;
    }
    if (!Number.isSafeInteger(value)) throw this.fault('a number out of range', 'an unsigned integer');
    return value;
  }

  /** A number of things that take at least one byte each, so that a wrong count can't exhaust the memory. */
  count(): number {
    const value = this.varint();
    this.#need(value);
    return value;
  }

  /** A view on the next bytes, not a copy. */
  bytes(length: number): Uint8Array {
    this.#need(length);
    this.#offset += length;
    return this.#bytes.subarray(this.#offset - length, this.#offset);
  }

  string(): string {
    const encoded = this.bytes(this.varint());
    try {
      return DECODER.decode(encoded);
    } catch {
      throw this.fault('bytes that are no text', 'UTF-8');
    }
  }

  /** @throws IndexError when bytes are left over. */
  end(): void {
    if (this.left > 0) throw this.fault(`${this.left} bytes too many`, 'the end of the file');
  }

  /** The error for content that can't be what was written. */
  fault(found: string, expected: string): IndexError {
    return new IndexError('corrupt', this.#file, found, expected);
  }

  #need(length: number): void {
    if (length > this.left) throw new IndexError('truncated', this.#file, `${this.left} bytes left`, `${length} more`);
  }
}
