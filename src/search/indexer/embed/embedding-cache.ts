import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from '../../../cache/atomic-write.ts';
import { touch } from '../../../cache/touch.ts';
import { type CachedEmbedding, decodeSegment, encodeSegment } from './embedding-segment.ts';

const extension = '.sgem';
/** More segments than this are joined into one. */
const mostSegments = 16;
/** Above so many bytes, joining drops what the present build did not ask for. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Embeddings of one model on disk, as a folder of segment files that are written once and
 * never changed. A build that is interrupted keeps the segments it finished, and builds that
 * run at the same time do not disturb each other.
 */
export class EmbeddingCache {
  readonly #folder: string;
  readonly #dimensions: number;
  readonly #embeddings = new Map<string, CachedEmbedding>();
  readonly #used = new Set<string>();
  #segments: string[] = [];

  private constructor(folder: string, dimensions: number) {
    this.#folder = folder;
    this.#dimensions = dimensions;
  }

  /** Reads every intact record below `folder`; a missing folder is an empty cache. */
  static async open(folder: string, dimensions: number): Promise<EmbeddingCache> {
    const cache = new EmbeddingCache(folder, dimensions);
    await mkdir(folder, { recursive: true });
    await touch(folder);
    cache.#segments = (await readdir(folder)).filter((name) => name.endsWith(extension)).sort();
    for (const name of cache.#segments) {
      // Another build may have joined this segment into a new one since the folder was listed.
      const bytes = await readFile(join(folder, name)).catch(() => new Uint8Array());
      for (const embedding of decodeSegment(dimensions, bytes)) cache.#embeddings.set(nameOf(embedding.key), embedding);
    }
    return cache;
  }

  /** @param parts What the embedding depends on: model, prefix, text. */
  static key(...parts: string[]): Uint8Array {
    // Lengths keep ("ab", "c") apart from ("a", "bc").
    const text = parts.map((part) => `${part.length}:${part}`).join('');
    return createHash('sha256').update(text).digest().subarray(0, 16);
  }

  get(key: Uint8Array): Int8Array | undefined {
    const name = nameOf(key);
    const found = this.#embeddings.get(name);
    if (found) this.#used.add(name);
    return found?.codes;
  }

  /** Writes the embeddings as one segment, so that they outlive this process. */
  async add(embeddings: CachedEmbedding[]): Promise<void> {
    for (const embedding of embeddings) {
      this.#embeddings.set(nameOf(embedding.key), embedding);
      this.#used.add(nameOf(embedding.key));
    }
    await this.#write(embeddings);
    if (this.#segments.length > mostSegments) await this.#join();
  }

  async #write(embeddings: CachedEmbedding[]): Promise<void> {
    const name = `${randomUUID()}${extension}`;
    await writeFileAtomically(join(this.#folder, name), encodeSegment(this.#dimensions, embeddings));
    this.#segments.push(name);
  }

  async #join(): Promise<void> {
    const old = this.#segments;
    const all = [...this.#embeddings.entries()];
    const bytes = all.length * (this.#dimensions + 20);
    const kept = bytes > mostBytes ? all.filter(([name]) => this.#used.has(name)) : all;
    this.#segments = [];
    await this.#write(kept.map(([, embedding]) => embedding));
    await Promise.all(old.map((name) => rm(join(this.#folder, name), { force: true })));
  }
}

function nameOf(key: Uint8Array): string {
  return Buffer.from(key).toString('latin1');
}
