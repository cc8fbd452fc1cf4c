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
  /** Sections of a cluster at least, on the average: a search looks at those of eight. */
  cluster: number;
  /** Letters of the titles and ids of all articles that every search fetches at most; of more they are in files of their own. */
  names: number;
  /** Sections that a term lists at most. With 2,000, of 10,000 articles, 300 known questions lost 2.5 points of nDCG, and 1.5 kB each. */
  postings: number;
  /** By how much a term's impacts may be rounded, as what that changes in a score: a question's best one is about 20. */
  rounding: number;
  /** Letters of the words under a key of the vocabulary at most; one with more is parted. */
  vocabularyShard: number;
  /** Bytes of a file of titles before compression, where they have such files; a query fetches one or two. */
  titleShard: number;
}

const SIZES: IndexSizes = {
  wordShard: 1_600,
  textShard: 1_000,
  vectorFile: 80_000,
  cluster: 48,
  names: 80_000,
  postings: 10_000,
  rounding: 0,
  vocabularyShard: 8_000,
  titleShard: 4_000,
};

/** What grows with a site. */
interface Extent {
  /** Letters of all texts. */
  letters: number;
  /** Bytes of all terms with their sections, before compression. */
  postings: number;
}

/** Up to here files are as small as they are useful; above, they grow with these powers of it, and their number with the rest. */
const GROWS = { letters: { from: 1_000_000, power: 0.6 }, postings: { from: 300_000, power: 0.15 } };

/** By how much impacts are rounded, for each time that the postings are e times as large as the most that are not. */
const ROUNDING = 0.08;

/** The sizes of a site, with those that a test gives in place of them. */
export function indexSizes(extent: Extent, given: Partial<IndexSizes> = {}): IndexSizes {
  const times = (of: keyof Extent): number => Math.max(1, extent[of] / GROWS[of].from) ** GROWS[of].power;
  return {
    ...SIZES,
    wordShard: SIZES.wordShard * times('postings'),
    rounding: ROUNDING * Math.log(Math.max(1, extent.postings / GROWS.postings.from)),
    textShard: SIZES.textShard * times('letters'),
    ...given,
  };
}

/** Letters of titles and ids that every search fetches at most. */
export function mostNames({ names = SIZES.names }: Partial<IndexSizes> = {}): number {
  return names;
}
