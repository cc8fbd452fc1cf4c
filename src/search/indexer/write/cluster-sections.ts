import { addTo, dot, normalize } from '../../core/embedding/vectors.ts';
import { type Random, randomBelow, seededRandom } from '../distil/seeded-random.ts';

/** How the vectors of sections are parted. */
export interface Clustering {
  /** About how many clusters there are. */
  clusters: number;
  /** How many times the mean a cluster may have; a larger one is parted. Each is a file that a search fetches as a whole. */
  largest: number;
}

/** Where the centres of clusters are kept from one time to the next: so many of them, once there are any. */
export interface Centroids {
  last?: Float32Array[];
  /** By vector: the place of its centroid. */
  places?: WeakMap<Float32Array, number>;
  /** As of `Clustered`. */
  below?: number;
}

/** Vectors in clusters. */
export interface Clustered {
  /** The places of the vectors, ascending, cluster by cluster; the clusters in the order of their first members. */
  members: number[][];
  /** Of each cluster. Not at length 1: the product with a question is the mean of the members' products. */
  means: Float32Array[];
  /** By how much the least of all products lies below the least of those with the means, as the vectors themselves have it. */
  below: number;
}

/** Vectors that the centroids are fitted to, for each of them, evenly spread; these settle long before all are seen. */
const SAMPLE = 30;
const ROUNDS = 8;
/** Vectors whose products with all centroids are in memory at a time. */
const CHUNK = 4_096;

/**
 * Parts vectors into clusters of those that point the same way (spherical k-means; Dhillon, Modha 2001), by a seed that never
 * changes: the same vectors give the same clusters.
 * @param kept Is asked for centroids, and given those that are fitted anew; where some are kept, vectors are put to the nearest alone.
 */
export async function clusterSections(
  vectors: readonly Float32Array[],
  { clusters, largest }: Clustering,
  kept: Centroids = {},
): Promise<Clustered> {
  const random = seededRandom('clusters of sections');
  const unit = vectors.map(normalize);
  const sample = shuffled(evenly(unit, SAMPLE * clusters), random);
  const isKept = kept.last?.length === Math.min(clusters, sample.length);
  let centroids = isKept ? kept.last! : sample.slice(0, clusters);
  for (let round = 0; round < ROUNDS && !isKept; round++)
    centroids = directionsOf(sample, await nearest(sample, centroids), centroids);
  if (!isKept) Object.assign(kept, { last: centroids, places: new WeakMap(), below: undefined });
  const places = kept.places ?? new WeakMap<Float32Array, number>();
  const unplaced = [...vectors.keys()].filter((place) => !places.has(vectors[place]!));
  const found = await nearest(
    unplaced.map((place) => unit[place]!),
    centroids,
  );
  unplaced.forEach((place, number) => places.set(vectors[place]!, found[number]!));
  const groups = membersOf(
    vectors.map((vector) => places.get(vector)!),
    centroids.length,
  );
  const most = Math.max(1, Math.ceil((largest * unit.length) / clusters));
  const members = groups.flatMap((group) => parted(group, unit, most, random)).sort(([one], [other]) => one! - other!);
  const means = members.map((places) => meanOf(places.map((place) => vectors[place]!)));
  kept.below ??= meanDifference(vectors, means, evenly(unit, ASKED));
  return { members, means, below: kept.below };
}

function meanDifference(
  vectors: readonly Float32Array[],
  means: readonly Float32Array[],
  asked: readonly Float32Array[],
): number {
  const differences = asked.map((vector) => leastProduct(means, vector) - leastProduct(vectors, vector));
  return differences.reduce((sum, one) => sum + one, 0) / asked.length;
}

/** Vectors that stand for questions. */
const ASKED = 100;

function leastProduct(rows: readonly Float32Array[], vector: Float32Array): number {
  return rows.reduce((least, row) => Math.min(least, dot(row, vector)), Infinity);
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) addTo(sum, vector);
  return sum.map((value) => value / vectors.length);
}

/** So many of the items at most, evenly spread. */
function evenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.floor(items.length / step) }, (_, place) => items[Math.floor(place * step)]!);
}

/** In an order by chance (Fisher, Yates). */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = randomBelow(last + 1, random);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** The nearest centroid of each vector; of equally near ones the first. */
async function nearest(vectors: readonly Float32Array[], centroids: readonly Float32Array[]): Promise<Uint32Array> {
  // The model's runtime is there in builds with vectors, and nobody else waits for it.
  const { columnsOf, concatenateRows, matrixProduct } = await import('../embed/matrix.ts');
  const width = centroids[0]!.length;
  const columns = columnsOf(centroids, width);
  const found = new Uint32Array(vectors.length);
  for (let from = 0; from < vectors.length; from += CHUNK) {
    const chunk = vectors.slice(from, from + CHUNK);
    const products = await matrixProduct(concatenateRows(chunk), columns, width);
    for (let row = 0; row < chunk.length; row++) {
      let best = row * centroids.length;
      for (let place = best + 1; place < (row + 1) * centroids.length; place++)
        if (products[place]! > products[best]!) best = place;
      found[from + row] = best - row * centroids.length;
    }
  }
  return found;
}

/** The directions of the vectors' means by the cluster of each; a cluster that lost all its vectors keeps its centroid. */
function directionsOf(
  vectors: readonly Float32Array[],
  clusterOf: ArrayLike<number>,
  before: readonly Float32Array[],
): Float32Array[] {
  const sums = before.map(({ length }) => new Float32Array(length));
  vectors.forEach((vector, place) => addTo(sums[clusterOf[place]!]!, vector));
  return sums.map((sum, cluster) => (dot(sum, sum) > 0 ? normalize(sum) : before[cluster]!));
}

function membersOf(clusterOf: ArrayLike<number>, clusters: number): number[][] {
  const members = Array.from({ length: clusters }, (): number[] => []);
  for (let place = 0; place < clusterOf.length; place++) members[clusterOf[place]!]!.push(place);
  return members.filter((group) => group.length > 0);
}

/** A group in two, and these again, until none has more than `most`: by the nearer of two means, or by order where all are alike. */
function parted(group: number[], unit: readonly Float32Array[], most: number, random: Random): number[][] {
  if (group.length <= most) return [group];
  const vectors = group.map((place) => unit[place]!);
  let two = [vectors[randomBelow(vectors.length, random)]!, vectors[randomBelow(vectors.length, random)]!];
  const sides = () => vectors.map((vector) => (dot(vector, two[1]!) > dot(vector, two[0]!) ? 1 : 0));
  for (let round = 0; round < ROUNDS; round++) two = directionsOf(vectors, sides(), two);
  const side = sides();
  const halves = [0, 1].map((wanted) => group.filter((_, place) => side[place] === wanted));
  const smallest = Math.min(...halves.map(({ length }) => length));
  const middle = group.length >> 1;
  return (smallest * SMALLEST_PART < group.length ? [group.slice(0, middle), group.slice(middle)] : halves).flatMap(
    (half) => parted(half, unit, most, random),
  );
}

/** A part with less than this share of a group is none worth a file of its own. */
const SMALLEST_PART = 8;
