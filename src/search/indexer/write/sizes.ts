/**
 * From which size on an index is parted into files, and how large these are. A site never sets them; tests do, so that a
 * few articles make an index with all the files of a large one.
 */
export interface IndexSizes {
  /** Bytes of a shard of words before compression; a query fetches one for each of its words. */
  wordShard: number;
  /** Characters of a shard of texts; a result fetches one. */
  textShard: number;
  /**
   * Bytes of one file with the vectors of all sections, before compression, and half of them with those for questions in other languages.
   * More are parted into clusters with a file each.
   */
  vectorFile: number;
  /** Letters of the titles and ids of all articles that every search fetches at most; of more they are in files of their own. */
  names: number;
  /** Bytes of a file of titles before compression, where they have such files; a query fetches one or two. */
  titleShard: number;
}

const SIZES: IndexSizes = {
  wordShard: 1_600,
  textShard: 1_000,
  vectorFile: 80_000,
  names: 80_000,
  titleShard: 4_000,
};

/** The sizes of a site, with those that a test gives in place of them. */
export function indexSizes(given: Partial<IndexSizes> = {}): IndexSizes {
  return { ...SIZES, ...given };
}
