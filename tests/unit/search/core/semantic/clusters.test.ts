import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { IndexFault } from '../../../../../src/search/core/format/index-error.ts';
import { IndexError } from '../../../../../src/search/core/format/index-error.ts';
import { openPartially, type SearchIndex } from '../../../../../src/search/core/index/search-index.ts';
import { PROBED } from '../../../../../src/search/core/parameters.ts';
import { prefetch } from '../../../../../src/search/core/rank/gather.ts';
import { rank } from '../../../../../src/search/core/rank/rank.ts';
import { clustersOf, readVectorShard } from '../../../../../src/search/core/semantic/clusters.ts';
import { readSectionVectors } from '../../../../../src/search/core/semantic/section-vectors.ts';
import { seededRandom } from '../../../../../src/search/indexer/distil/seeded-random.ts';
import type { PieceVector } from '../../../../../src/search/indexer/distil/student.ts';
import { type Centroids, clusterSections } from '../../../../../src/search/indexer/write/cluster-sections.ts';
import { dimensionScales } from '../../../../../src/search/indexer/write/format/quantized.ts';
import { writeClusters } from '../../../../../src/search/indexer/write/format/section-vectors.ts';
import type { BuiltIndex, IndexInput } from '../../../../../src/search/indexer/write/write-index.ts';
import { article, build, open } from '../../small-site.ts';

const WIDTH = 8;
const model = {
  id: 'test',
  dimensions: WIDTH,
  pooling: 'mean' as const,
  queryPrefix: '',
  passagePrefix: '',
  centred: false,
  pieces: 'wordpiece' as const,
};
const projection = Array.from({ length: WIDTH }, (_, row) =>
  Float32Array.from({ length: WIDTH }, (__, column) => (row === column ? 1 : 0)),
);

/** Vectors of length 1 by chance. */
function directions(count: number, seed: number): Float32Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: WIDTH }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

/** Words that the student knows, and no text says. */
const ASKED = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'];
const student = (): PieceVector[] => directions(ASKED.length, 2).map((vector, place) => [ASKED[place]!, vector]);

/** A site of so many articles, each a section with a vector by chance. */
function site(articles: number, sizes: IndexInput['sizes']): Promise<BuiltIndex> {
  const documents = Array.from({ length: articles }, (_, place) =>
    article(`a${place}`, `Title ${place}`, `What word${place % 7} and word${place % 11} are for.`),
  );
  const semantic = { model, sections: directions(articles, 1), projection, student: student() };
  const foreign = {
    ...semantic,
    students: { ko: { table: student(), asked: ASKED, report: { spans: 0, heldOut: 0, heldOutCosine: 1 } } },
  };
  return build(documents, { semantic, foreign, sizes });
}

/** As many bytes as all vectors have at the fewest dimensions and bits, so that these are those of clusters, too. */
const inOne = (articles: number) => ({ vectorFile: 2 * articles * 32 });
const PARTED = { vectorFile: 100, cluster: 1 };

const shardsIn = (names: Iterable<string>) => [...names].filter((name) => /\/(foreign-)?vectors-\d+\.bin$/.test(name));

const { nearest } = PROBED;
afterEach(() => void (PROBED.nearest = nearest));

describe('sections whose vectors are in clusters', () => {
  it.each([undefined, 'ko'])('rank as from one file where all clusters are looked at, asked in %s', async (askedIn) => {
    PROBED.nearest = Infinity;
    const [whole, parted] = [await site(40, inOne(40)), await site(40, PARTED)];
    expect(shardsIn(whole.files.keys())).toEqual([]);
    expect(shardsIn(parted.files.keys()).length).toBeGreaterThan(8);
    const [one, other] = [await open(whole), await open(parted)];
    for (const query of [...ASKED, 'word3', 'alpha word3 beta', 'title 5 gamma']) {
      const ranked = async (index: SearchIndex) => {
        const { articles, confidence, verdict, tier } = await rank(index, query, { askedIn });
        return { articles, confidence, verdict, tier };
      };
      expect(await ranked(other), query).toEqual(await ranked(one));
    }
  });

  it('rank by the transformer’s vector, too', async () => {
    PROBED.nearest = Infinity;
    const [one, other] = [await open(await site(40, inOne(40))), await open(await site(40, PARTED))];
    for (const queryVector of directions(5, 4)) {
      const [whole, parted] = [
        await rank(one, 'asked', { tier: 'deep', queryVector }),
        await rank(other, 'asked', { tier: 'deep', queryVector }),
      ];
      expect(parted.tier).toBe('deep');
      expect(parted.articles).toEqual(whole.articles);
    }
  });

  it('cost a question a bounded number of files, those of what its words match among them', async () => {
    const fetched: string[] = [];
    const built = await site(300, PARTED);
    expect(shardsIn(built.files.keys()).length).toBeGreaterThan(30 + 30);
    const index = await open(built, fetched);
    const { articles } = await rank(index, 'alpha word3 word5');
    const shards = shardsIn(fetched);
    expect(shards.length).toBeGreaterThan(PROBED.nearest);
    expect(shards.length).toBeLessThanOrEqual(PROBED.nearest + PROBED.byWords);
    // Both words stand in a few sections alone, which come first and were looked at.
    const { cosines } = (await index.semantic.scores('alpha', { byWords: async () => scoresOf(index, articles) }))!;
    const [vector] = (await index.semantic.vectorsOf([articles[0]!.section]))!;
    expect(cosines[articles[0]!.section]).toBeCloseTo(
      vector!.reduce((sum, value, place) => sum + value * student()[0]![1][place]!, 0),
      1,
    );
  });

  it('are there for the question as soon as it is fetched ahead', async () => {
    const fetched: string[] = [];
    const index = await open(await site(60, PARTED), fetched);
    await prefetch(index, 'beta word2');
    const before = shardsIn(fetched).length;
    expect(before).toBeGreaterThan(0);
    await rank(index, 'beta word2');
    expect(shardsIn(fetched)).toHaveLength(before);
  });

  it('have a preview by what was fetched, which is not complete and says nothing final', async () => {
    const { manifest, files } = await site(60, PARTED);
    const { index, cached } = await openPartially({ manifest, fetchFile: async (name) => files.get(name)! });
    await rank(index, 'beta');
    const part = cached();
    const { tier, verdict, articles } = await rank(part.index, 'gamma');
    expect({ tier, complete: part.complete() }).toEqual({ tier: 'instant', complete: false });
    expect(articles.length).toBeGreaterThan(0);
    expect(verdict).not.toBe('none');
    const again = cached();
    expect((await rank(again.index, 'beta')).articles).toEqual((await rank(index, 'beta')).articles);
    expect(again.complete()).toBe(true);
  });

  it('are not fetched for a ranking by words first, which uses those that are there', async () => {
    const { manifest, files } = await site(60, PARTED);
    const fetched = new Set<string>();
    const { index, cached, wordsFirst } = await openPartially({
      manifest,
      fetchFile: async (name) => {
        fetched.add(name.replace(/^.*\/|(-\d+)?\.bin$/g, ''));
        return files.get(name)!;
      },
    });
    const byWords = await rank(wordsFirst(), 'alpha word3');
    expect([byWords.tier, byWords.articles.length]).toEqual(['lexical', 10]);
    expect(['words', 'student', 'vectors'].filter((kind) => fetched.has(kind))).toEqual(['words']);
    const part = cached();
    expect((await rank(part.index, 'alpha word3')).tier).toBe('lexical');
    expect([part.hasWords(), part.complete()]).toEqual([true, false]);
    const byMeaning = await rank(index, 'alpha word3');
    expect((await rank(wordsFirst(), 'alpha word3')).articles).toEqual(byMeaning.articles);
    expect(byMeaning.tier).toBe('instant');
  });

  it('give the vectors of sections from their shards', async () => {
    const [one, other] = [await open(await site(60, inOne(60))), await open(await site(60, PARTED))];
    const sections = [3, 59, 0, 17];
    expect(await other.semantic.vectorsOf(sections)).toEqual(await one.semantic.vectorsOf(sections));
  });

  it('are in the same files each time', async () => {
    expect(await site(60, PARTED)).toEqual(await site(60, PARTED));
  });
});

function scoresOf(index: SearchIndex, articles: readonly { section: number }[]): Float32Array {
  const scores = new Float32Array(index.sections);
  articles.forEach(({ section }, place) => (scores[section] = 10 - place));
  return scores;
}

describe('a shard of vectors', () => {
  const other = site(61, PARTED);

  it.each<[IndexFault, string, (file: Uint8Array, name: string) => Promise<Uint8Array | undefined>]>([
    ['missing', 'is missing', async () => undefined],
    ['corrupt', 'is damaged', async () => new Uint8Array(40)],
    [
      'corrupt',
      'is of another build',
      async (_, name) => [...(await other).files].find(([one]) => one.endsWith(`/${name}`))?.[1],
    ],
  ])(
    'that is %s (%s) leaves a ranking by words and estimates, says so and calls nothing unanswered',
    async (fault, _, damaged) => {
      const built = await site(60, PARTED);
      const { folder } = built.manifest;
      const files = new Map(built.files);
      for (const name of shardsIn(built.files.keys())) {
        const file = await damaged(built.files.get(name)!, name.slice(folder.length));
        if (file) files.set(name, file);
        else files.delete(name);
      }
      const told: unknown[] = [];
      const index = await openPartially({
        manifest: built.manifest,
        fetchFile: async (name) => {
          const file = files.get(name);
          if (!file) throw new IndexError('missing', name, 'status 404', 'the file');
          return file;
        },
      });
      for (const query of [...ASKED, 'word3', 'nothing known']) {
        const { verdict, articles, tier } = await rank(index.index, query, {
          onSemanticError: (error) => told.push(error),
        });
        if (tier === 'instant') expect(verdict, query).not.toBe('none');
        if (query === 'word3') expect(articles[0]!.article % 7 === 3 || articles[0]!.article % 11 === 3).toBe(true);
      }
      expect(told.length).toBeGreaterThanOrEqual(ASKED.length);
      expect(told.every((error) => error instanceof IndexError)).toBe(true);
      expect(told.some((error) => (error as IndexError).fault === fault)).toBe(true);
      // It is asked for again, and heals.
      for (const [name, file] of built.files) files.set(name, file);
      const healed = await rank(index.index, 'alpha', { onSemanticError: (error) => expect.fail(String(error)) });
      expect(healed.articles).toEqual((await rank(await open(built), 'alpha')).articles);
    },
  );

  it('of another build says so', async () => {
    const { file } = written(directions(20, 1), 4);
    const { shards } = written(directions(20, 5), 4);
    const vectors = readSectionVectors(file, 'vectors.bin');
    expect(() => readVectorShard(shards[0]!, 'vectors-0.bin', vectors, clustersOf(vectors), 0)).toThrow(
      'Search index file vectors-0.bin: found vectors of another build, expected those of vectors.bin. Build the site again and publish all of its files together.',
    );
  });
});

/** Files of vectors in so many clusters, every how-manieth in the same. */
function written(vectors: readonly Float32Array[], clusters: number) {
  const members = Array.from({ length: clusters }, (_, cluster) =>
    vectors.flatMap((__, place) => (place % clusters === cluster ? [place] : [])),
  );
  const means = members.map(([first]) => vectors[first!]!);
  const coding = { scales: dimensionScales(vectors, WIDTH, 4), bits: 4 } as const;
  return { members, ...writeClusters(vectors, { members, means, below: 0.25 }, coding) };
}

describe('the files of clusters', () => {
  it('give back which sections are in which shard, and their vectors, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 300 }), (sections, most) => {
        const vectors = directions(sections, 3);
        const { members, file, shards } = written(vectors, Math.min(sections, most));
        const read = readSectionVectors(file, 'vectors.bin');
        const clusters = clustersOf(read);
        expect(clusters.members.map((places) => [...places])).toEqual(members);
        expect(clusters.below).toBe(0.25);
        expect([...clusters.of].every((cluster, section) => members[cluster]!.includes(section))).toBe(true);
        shards.forEach((shard, cluster) => {
          const rows = readVectorShard(shard, 'shard', read, clusters, cluster);
          expect(rows.rowScales).toHaveLength(members[cluster]!.length);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('never give anything but an IndexError or what they hold, wherever they are cut', () => {
    const { file, shards } = written(directions(30, 3), 4);
    const read = readSectionVectors(file, 'vectors.bin');
    const clusters = clustersOf(read);
    for (let length = 0; length < shards[0]!.length; length++)
      expect(() => readVectorShard(shards[0]!.slice(0, length), 'shard', read, clusters, 0)).toThrow(IndexError);
    for (let length = 0; length < file.length; length++)
      expect(() => readSectionVectors(file.slice(0, length), 'vectors.bin')).toThrow(IndexError);
    // The shard of another cluster has other numbers of sections or none to spare.
    expect(() => readVectorShard(shards[3]!, 'shard', read, clusters, 0)).toThrow(IndexError);
  });
});

describe('clusters', () => {
  it('have each section once, what is alike together, and none more than it may', async () => {
    const topics = directions(6, 7);
    const noise = directions(240, 8);
    const vectors = noise.map((one, place) => one.map((value, at) => topics[place % 6]![at]! + 0.1 * value));
    const { members, means } = await clusterSections(vectors, { clusters: 12, largest: 2 });
    expect(members.flat().sort((one, two) => one - two)).toEqual(vectors.map((_, place) => place));
    expect(Math.max(...members.map(({ length }) => length))).toBeLessThanOrEqual(40);
    for (const places of members) expect(new Set(places.map((place) => place % 6)).size).toBe(1);
    expect(means).toHaveLength(members.length);
  });

  it('stay where they are from one time to the next, where they are kept, and take in what is new', async () => {
    const vectors = directions(240, 8);
    const kept: Centroids = {};
    const clustering = { clusters: 12, largest: 12 };
    const { members: before } = await clusterSections(vectors, clustering, kept);
    expect(before).toEqual((await clusterSections(vectors, clustering)).members);
    const centroids = kept.last;
    const near = before[3]![0]!;
    const { members } = await clusterSections([...vectors, vectors[near]!], clustering, kept);
    expect(kept.last).toBe(centroids);
    expect(members).toEqual(before.map((places, cluster) => (cluster === 3 ? [...places, vectors.length] : places)));
    // An edited section goes to where its new vector belongs.
    const moved = vectors.with(near, Float32Array.from(vectors[before[5]![0]!]!));
    const { members: after } = await clusterSections(moved, clustering, kept);
    expect(after.find((places) => places.includes(near))).toContain(before[5]![0]);
    expect(after.flat().sort((one, two) => one - two)).toEqual(vectors.map((_, place) => place));
  });

  it('are no larger than they may be where all vectors are the same', async () => {
    const [one] = directions(1, 9);
    const { members } = await clusterSections(Array(100).fill(one), { clusters: 10, largest: 2 });
    expect(Math.max(...members.map(({ length }) => length))).toBeLessThanOrEqual(20);
  });
});
