import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lines wait in memory until so many characters are together for one file. */
const BUFFERED = 1 << 16;

/**
 * Lines divided among temporary files by a key, so that all lines of one key can be looked at together while only
 * one file's worth is in memory: what makes ten million events cost no more memory than one million.
 */
export class Partitions {
  readonly files: string[];
  readonly #folder: string;
  readonly #handles: number[];
  readonly #buffers: string[];

  private constructor(folder: string, count: number) {
    this.#folder = folder;
    this.files = Array.from({ length: count }, (_, index) => join(folder, `${index}.ndjson`));
    this.#handles = this.files.map((file) => openSync(file, 'w'));
    this.#buffers = this.files.map(() => '');
  }

  static async make(count: number): Promise<Partitions> {
    return new Partitions(await mkdtemp(join(tmpdir(), 'signpost-insights-')), count);
  }

  add(key: string, line: string): void {
    const index = hash(key) % this.files.length;
    const buffer = `${this.#buffers[index]}${line}\n`;
    if (buffer.length < BUFFERED) {
      this.#buffers[index] = buffer;
      return;
    }
    this.#buffers[index] = '';
    writeSync(this.#handles[index]!, buffer);
  }

  /** Writes what is left; the files can be read now. */
  finish(): void {
    this.#buffers.forEach((buffer, index) => buffer && writeSync(this.#handles[index]!, buffer));
    this.#buffers.fill('');
    for (const handle of this.#handles) closeSync(handle);
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
