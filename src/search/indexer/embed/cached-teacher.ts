import { join } from 'node:path';
import { cacheFolder } from '../../../cache/cache-folder.ts';
import { EmbeddingCache } from './embedding-cache.ts';
import { dequantizeDirection, quantizeDirection } from './embedding-segment.ts';
import type { EmbedOptions, Teacher } from './teacher.ts';

/** Texts embedded between two writes: what an interrupted build loses at most. */
const chunk = 2048;

/** A teacher that remembers across builds. */
export interface CachedTeacher extends Teacher {
  /** Texts that had to be embedded, and texts that were found, since the cache was opened. */
  readonly counts: { embedded: number; reused: number };
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
    const missing = new Map<string, Uint8Array>();
    texts.forEach((text, index) => {
      if (!store.get(keys[index]!)) missing.set(text, keys[index]!);
    });
    const todo = [...missing];
    for (let start = 0; start < todo.length; start += chunk) {
      const part = todo.slice(start, start + chunk);
      const vectors = await teacher.embed(
        part.map(([text]) => text),
        { kind, onProgress: (done) => onProgress?.(start + done, todo.length) },
      );
      await store.add(part.map(([, key], index) => ({ key, codes: quantizeDirection(vectors[index]!) })));
    }
    counts.embedded += todo.length;
    counts.reused += texts.length - todo.length;
    return keys.map((key) => dequantizeDirection(store.get(key)!));
  }

  return { ...teacher, counts, embed };
}
