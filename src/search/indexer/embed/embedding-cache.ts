import { hash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../cache/atomic-write.ts';
import { touch } from '../../../cache/touch.ts';
import { type CachedEmbedding, encodeSegment, segmentLayout } from './embedding-segment.ts';
import { readSegmentFile } from './segment-file.ts';

const extension = '.sgem';

export interface CacheBounds {
  /** More segments than this that are small are joined into one. */
  smallSegments: number;
  /** Bytes from which a segment is not small, and is never written again for being joined. */
  largeSegment: number;
  /** What all segments may take, in bytes; what was not used for longest goes first. */
  most: number;
}

/** Ten thousand articles take 90 MB. */
const BOUNDS: CacheBounds = { smallSegments: 16, largeSegment: 4 * 1024 ** 2, most: 512 * 1024 ** 2 };

interface Segment {
  file: string;
  /** Number of its first record among those of all segments. */
  first: number;
  /** Records, intact or not. */
  rows: number;
}

/**
 * Embeddings of one model on disk, as a folder of segment files that are written once and never changed. A build that is
 * interrupted keeps the segments it finished, and builds that run at the same time do not disturb each other. In memory
 * there is only where each embedding lies.
 */
export class EmbeddingCache {
  readonly #folder: string;
  readonly #dimensions: number;
  readonly #bounds: CacheBounds;
  /** By key: the number of the record. */
  readonly #numbers = new Map<string, number>();
  readonly #used = new Set<number>();
  /** In the order of their first records. */
  #segments: Segment[] = [];
  #records = 0;
  /** Ends when all that was added is on disk. */
  #written: Promise<void> = Promise.resolve();

  private constructor(folder: string, dimensions: number, bounds: CacheBounds) {
    this.#folder = folder;
    this.#dimensions = dimensions;
    this.#bounds = bounds;
  }

  /** Finds every intact record below `folder`; a missing folder is an empty cache. */
  static async open(folder: string, dimensions: number, bounds = BOUNDS): Promise<EmbeddingCache> {
    const cache = new EmbeddingCache(folder, dimensions, bounds);
    await mkdir(folder, { recursive: true });
    await touch(folder);
    for (const name of (await readdir(folder)).filter((one) => one.endsWith(extension)).sort())
      cache.#find(join(folder, name));
    return cache;
  }

  /** @param parts What the embedding depends on: model, prefix, text. */
  static key(...parts: string[]): Uint8Array {
    // Lengths keep ("ab", "c") apart from ("a", "bc").
    const text = parts.map((part) => `${part.length}:${part}`).join('');
    return hash('sha256', text, 'buffer').subarray(0, 16);
  }

  /**
   * Reads the embeddings that are there.
   * @param take Is given the place of each such key in the list, with codes that hold until it returns.
   */
  read(keys: readonly Uint8Array[], take: (place: number, codes: Int8Array) => void): void {
    const wanted = keys
      .map((key, place) => ({ place, number: this.#numbers.get(nameOf(key)) ?? -1 }))
      .filter(({ number }) => number >= 0)
      .sort((one, other) => one.number - other.number);
    let next = 0;
    for (const { file, first, rows } of this.#segments) {
      // What another build's file was lost with is embedded anew.
      while (next < wanted.length && wanted[next]!.number < first) next++;
      const begin = next;
      while (next < wanted.length && wanted[next]!.number < first + rows) next++;
      const some = wanted.slice(begin, next);
      const places = Map.groupBy(some, ({ number }) => number - first);
      if (places.size === 0) continue;
      readSegmentFile(
        file,
        this.#dimensions,
        ({ codes }, row) => {
          this.#used.add(first + row);
          for (const { place } of places.get(row)!) take(place, codes);
        },
        [...places.keys()],
      );
    }
  }

  /** Writes the embeddings as one segment, so that they outlive this process. */
  add(embeddings: readonly CachedEmbedding[]): Promise<void> {
    const added = this.#written.then(async () => {
      await this.#write(embeddings);
      await this.#joinSmall();
    });
    this.#written = added.catch(() => {});
    return added;
  }

  /**
   * Keeps the folder within its bound: of segments that were not used for longest only what this process used stays.
   * For the end of a build, when all that it needs has been used.
   */
  async tidy(): Promise<void> {
    await this.#written;
    const used = new Map(this.#segments.map((segment) => [segment, this.#usedIn(segment)]));
    for (const [{ file }, numbers] of used) if (numbers.length > 0) await touch(file);
    const known = await Promise.all(
      this.#segments.map(async (segment) => ({ segment, ...(await stat(segment.file).catch(() => GONE)) })),
    );
    let bytes = known.reduce((sum, { size }) => sum + size, 0);
    const { recordBytes } = segmentLayout(this.#dimensions);
    for (const { segment, size } of known.sort((one, other) => one.mtimeMs - other.mtimeMs)) {
      if (bytes <= this.#bounds.most) return;
      const kept = used.get(segment)!;
      if (kept.length === segment.rows) continue;
      await this.#replace([segment], (number) => this.#used.has(number));
      bytes -= size - kept.length * recordBytes;
    }
  }

  /** Notes where the records of a segment file lie. A file in which a key stands twice was joined wrongly; none of it is trusted. */
  #find(file: string): void {
    const first = this.#records;
    const names: (readonly [name: string, number: number])[] = [];
    const rows = readSegmentFile(file, this.#dimensions, ({ key }, row) => names.push([nameOf(key), first + row]));
    if (new Set(names.map(([name]) => name)).size === names.length)
      for (const [name, number] of names) this.#numbers.set(name, number);
    this.#records += rows;
    this.#segments.push({ file, first, rows });
  }

  async #write(embeddings: readonly CachedEmbedding[]): Promise<void> {
    const file = join(this.#folder, `${randomUUID()}${extension}`);
    await writeFileAtomically(file, encodeSegment(this.#dimensions, embeddings));
    const first = this.#records;
    embeddings.forEach(({ key }, row) => {
      this.#numbers.set(nameOf(key), first + row);
      this.#used.add(first + row);
    });
    this.#records += embeddings.length;
    this.#segments.push({ file, first, rows: embeddings.length });
  }

  async #joinSmall(): Promise<void> {
    const { recordBytes } = segmentLayout(this.#dimensions);
    const small = this.#segments.filter(({ rows }) => rows * recordBytes < this.#bounds.largeSegment);
    if (small.length > this.#bounds.smallSegments) await this.#replace(small, () => true);
  }

  /** Writes what is kept of some segments as a new one, and removes them. */
  async #replace(segments: readonly Segment[], keeps: (number: number) => boolean): Promise<void> {
    const embeddings: CachedEmbedding[] = [];
    const unused: number[] = [];
    for (const { file, first } of segments) {
      readSegmentFile(file, this.#dimensions, ({ key, codes }, row) => {
        const name = nameOf(key);
        // Two builds at the same time may have embedded the same text.
        if (this.#numbers.get(name) !== first + row) return;
        if (!keeps(first + row)) {
          this.#numbers.delete(name);
          return;
        }
        if (!this.#used.has(first + row)) unused.push(embeddings.length);
        // A view of a buffer stays one when it is sliced as Node does.
        embeddings.push({ key: Uint8Array.from(key), codes: codes.slice() });
      });
    }
    const first = this.#records;
    if (embeddings.length > 0) await this.#write(embeddings);
    for (const row of unused) this.#used.delete(first + row);
    this.#segments = this.#segments.filter((segment) => !segments.includes(segment));
    await Promise.all(segments.map(({ file }) => rm(file, { force: true })));
  }

  #usedIn({ first, rows }: Segment): number[] {
    return Array.from({ length: rows }, (_, row) => first + row).filter((number) => this.#used.has(number));
  }
}

const GONE = { size: 0, mtimeMs: 0 };

function nameOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1');
}
