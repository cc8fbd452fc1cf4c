import { openIndex, type SearchIndex } from '../../../src/search/core/index/search-index.ts';
import { rank } from '../../../src/search/core/rank/rank.ts';
import type { Tier } from '../../../src/search/core/types.ts';
import type { BuiltIndex } from '../../../src/search/indexer/write/write-index.ts';
import { DEPTH, type System } from './system.ts';

/** Opens an index from memory through the reader that the browser uses. */
export function openBuilt({ manifest, files }: BuiltIndex): Promise<SearchIndex> {
  return openIndex({
    manifest,
    fetchFile: async (name) => {
      const file = files.get(name);
      if (file === undefined) throw new Error(`The index has no file ${name}.`);
      return file;
    },
  });
}

interface Queries {
  /** The teacher's embeddings by query, for the deep tier. */
  vectors: ReadonlyMap<string, Float32Array>;
  /** Their locale, where it is not the index's own. */
  askedIn: string | undefined;
}

/** One tier of the site's own search. */
export function tierSystem(index: SearchIndex, tier: Tier, { vectors, askedIn }: Queries): System {
  return {
    name: tier,
    async run(query) {
      const queryVector = tier === 'deep' ? vectors.get(query) : undefined;
      const { articles, verdict, confidence, features } = await rank(index, query, {
        tier,
        limit: DEPTH,
        askedIn,
        ...(queryVector ? { queryVector } : {}),
      });
      const names = await Promise.all(articles.map(({ article }) => index.nameOf(article)));
      const ranked = articles.map(({ score }, place) => ({ id: names[place]!.id, score }));
      return { ranked, verdict, confidence, features };
    },
  };
}
