import { join } from 'node:path';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import { EmbeddingCache } from './embedding-cache.ts';
import { dequantizeDirection, quantizeDirection } from './embedding-segment.ts';
import { rowsOf } from './matrix.ts';
import type { EmbedOptions, Teacher } from './teacher.ts';

/**
 * Texts embedded between two writes. Two such parts are under way at a time, so that no core waits for the end of one: an
 * interrupted build loses two at most.
 */
const PART = 1024;

/** A teacher that remembers across builds. */
export interface CachedTeacher extends Teacher {
  /** Texts that had to be embedded, and texts that were found, since the cache was opened. */
  readonly counts: { embedded: number; reused: number };
  /** Keeps the cache within its bound where it has grown; for the end of a build, when all that it needs has been asked for. */
  tidy(): Promise<void>;
}

/**
 * Puts the embedding cache before a teacher. Vectors are rounded to 8 bits a dimension on
 * their way (cosine above 0.9999 to what the teacher gave), computed or cached alike, so a
 * warm build gives the bytes of a cold one. `onProgress` counts only texts to be embedded.
 *
 * @param cache Folder of all caches; embeddings go into a folder of the model's name.
 */
export async function cachedTeacher(teacher: Teacher, cache = cacheFolder()): Promise<CachedTeacher> {
  let opened: Promise<EmbeddingCache> | undefined;
  // A build that has nothing to embed doesn't read a hundred megabytes for it.
  const open = () => (opened ??= EmbeddingCache.open(join(cache, 'embeddings', teacher.id), teacher.dimensions));
  const counts = { embedded: 0, reused: 0 };

  async function embed(texts: string[], { kind = 'passage', onProgress }: EmbedOptions = {}): Promise<Float32Array[]> {
    const store = await open();
    const keys = texts.map((text) => EmbeddingCache.key(teacher.id, teacher.prefixes[kind], text));
    // One matrix: hundreds of thousands of small arrays leave memory in pieces that the system does not get back.
    const vectors = rowsOf(new Float32Array(texts.length * teacher.dimensions), teacher.dimensions);
    const found = new Set<number>();
    store.read(keys, (place, codes) => {
      dequantizeDirection(codes, vectors[place]!);
      found.add(place);
    });
    const missing = Map.groupBy(
      texts.flatMap((_, place) => (found.has(place) ? [] : [place])),
      (place) => texts[place]!,
    );
    const todo = [...missing.values()];
    let done = 0;
    let before: Promise<void> | undefined;
    for (let start = 0; start < todo.length; start += PART) {
      const part = embedPart(todo.slice(start, start + PART));
      // Its failure is heard when it is waited for.
      part.catch(() => {});
      await before;
      before = part;
    }
    await before;
    counts.embedded += todo.length;
    counts.reused += texts.length - todo.length;
    return vectors;

    /** @param part For each text all its places in the list. */
    async function embedPart(part: readonly number[][]): Promise<void> {
      let told = 0;
      const embedded = await teacher.embed(
        part.map(([place]) => texts[place!]!),
        {
          kind,
          onProgress(now) {
            done += now - told;
            told = now;
            onProgress?.(done, todo.length);
          },
        },
      );
      const codes = embedded.map(quantizeDirection);
      part.forEach((places, row) => {
        for (const place of places) dequantizeDirection(codes[row]!, vectors[place]!);
      });
      await store.add(part.map(([place], row) => ({ key: keys[place!]!, codes: codes[row]! })));
    }
  }

  return { ...teacher, counts, embed, tidy: async () => (counts.embedded > 0 ? (await open()).tidy() : undefined) };
}
