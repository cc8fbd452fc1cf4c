import { PROBED } from '../parameters.ts';
import { multiply, type QuantizedMatrix } from './quantized.ts';
import type { Clusters } from './section-vectors.ts';

/** What is known of the cosines of sections whose vectors are in clusters. */
export interface Probed {
  /** By section; of one that was not looked at, the mean of its cluster. */
  cosines: Float32Array;
  /** About the least of all; undefined where all were looked at. */
  least?: number;
  /** Whether clusters that should have been looked at were not there. */
  lacking: boolean;
  /** Why the first of those failed; undefined where none did. */
  failure?: unknown;
}

/** What clusters are looked at for. */
interface Question {
  /** By cluster, the mean of its sections' cosines. */
  means: Float32Array;
  /** The question's vector in the shards' dimensions, with their scales applied. */
  vector: Float32Array;
  /** How well the words match each section; undefined where meaning alone is asked for. */
  byWords?: (() => Promise<Float32Array>) | undefined;
  /** The vectors of a cluster; undefined where they are skipped. */
  shard(cluster: number): Promise<QuantizedMatrix | undefined>;
}

/**
 * The cosines of all sections: those of the nearest clusters and of the ones that the words point to by their vectors, all others by the
 * mean of their cluster.
 */
export async function probe(
  { of, members, below }: Clusters,
  { means, vector, byWords, shard }: Question,
): Promise<Probed> {
  const cosines = new Float32Array(of.length);
  for (let section = 0; section < of.length; section++) cosines[section] = means[of[section]!]!;
  const probed: Probed = { cosines, lacking: false };
  const looked = new Set<number>();
  const look = async (cluster: number): Promise<void> => {
    if (looked.has(cluster)) return;
    looked.add(cluster);
    try {
      const rows = await shard(cluster);
      if (rows === undefined) probed.lacking = true;
      else multiply(rows, vector).forEach((cosine, row) => (cosines[members[cluster]![row]!] = cosine));
    } catch (error) {
      probed.lacking = true;
      probed.failure ??= error;
    }
  };
  const nearest = Promise.all(greatest(means, PROBED.nearest).map(look));
  if (byWords) {
    const best = bestOf(await byWords(), of, means.length);
    const said = greatest(best, PROBED.byWords).filter((cluster) => best[cluster]! > 0);
    await Promise.all(said.map(look));
  }
  await nearest;
  if (looked.size < means.length || probed.lacking)
    probed.least = means.reduce((least, mean) => Math.min(least, mean), Infinity) - below;
  return probed;
}

/** The best score within each cluster. */
function bestOf(scores: Float32Array, of: Uint16Array, clusters: number): Float32Array {
  const best = new Float32Array(clusters);
  for (let section = 0; section < of.length; section++) {
    const score = scores[section]!;
    if (score > 0 && score > best[of[section]!]!) best[of[section]!] = score;
  }
  return best;
}

/** The places of the greatest values, greatest first; of equal ones the first. */
function greatest(values: Float32Array, count: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) {
    let rank = places.length;
    while (rank > 0 && values[places[rank - 1]!]! < values[place]!) rank--;
    if (rank >= count) continue;
    places.splice(rank, 0, place);
    if (places.length > count) places.pop();
  }
  return places;
}
