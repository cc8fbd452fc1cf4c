import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fnv1a } from '../../../../src/site/fnv.ts';

/**
 * Lines wait in memory until so many bytes are together for one file. They wait as bytes: kept as texts they would
 * outlive the collector's young generation, and the heap would grow with the number of events.
 */
const BUFFERED = 1 << 15;
/** A UTF-16 code unit takes at most so many bytes. */
const WIDEST = 3;
const LINE_FEED = 0x0a;

/**
 * Lines divided among temporary files by a key, so that all lines of one key can be looked at together while only
 * one file's worth is in memory: what makes ten million events cost no more memory than one million.
 */
export class Partitions {
  readonly files: string[];
  readonly #folder: string;
  readonly #handles: number[];
  readonly #buffers: Buffer[];
  readonly #filled: number[];

  private constructor(folder: string, count: number) {
    this.#folder = folder;
    this.files = Array.from({ length: count }, (_, index) => join(folder, `${index}.ndjson`));
    this.#handles = this.files.map((file) => openSync(file, 'w'));
    this.#buffers = this.files.map(() => Buffer.allocUnsafe(BUFFERED));
    this.#filled = this.files.map(() => 0);
  }

  static async make(count: number): Promise<Partitions> {
    return new Partitions(await mkdtemp(join(tmpdir(), 'signpost-insights-')), count);
  }

  add(key: string, line: string): void {
    const index = fnv1a(key) % this.files.length;
    const most = line.length * WIDEST + 1;
    if (this.#filled[index]! + most > BUFFERED) this.#flush(index);
    if (most > BUFFERED) return void writeSync(this.#handles[index]!, `${line}\n`);
    const buffer = this.#buffers[index]!;
    const start = this.#filled[index]!;
    this.#filled[index] = buffer.writeUInt8(LINE_FEED, start + buffer.write(line, start));
  }

  /** Writes what is left; the files can be read now. */
  finish(): void {
    this.files.forEach((_, index) => this.#flush(index));
    this.#buffers.length = 0;
    for (const handle of this.#handles) closeSync(handle);
  }

  #flush(index: number): void {
    writeSync(this.#handles[index]!, this.#buffers[index]!, 0, this.#filled[index]!);
    this.#filled[index] = 0;
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
