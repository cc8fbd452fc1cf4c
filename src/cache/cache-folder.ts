import { resolve } from 'node:path';

/** Where models, embeddings, indexes and parsed pages are kept between builds: SIGNPOST_CACHE, or .cache in the project. */
export function cacheFolder(): string {
  return resolve(process.env.SIGNPOST_CACHE || '.cache');
}
