import { resolve } from 'node:path';
import { typedPath } from '../terminal/typed-path.ts';

/** Where models, embeddings, indexes and parsed pages are kept between builds: SIGNPOST_CACHE, or .cache in the project. */
export function cacheFolder(): string {
  const { SIGNPOST_CACHE } = process.env;
  return SIGNPOST_CACHE ? typedPath(SIGNPOST_CACHE) : resolve('.cache');
}
