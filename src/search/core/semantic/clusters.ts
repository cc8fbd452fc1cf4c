import { ByteReader } from '../format/byte-reader.ts';
import { checksum } from '../format/checksum.ts';
import { unseal } from '../format/envelope.ts';
import type { Files } from '../index/index-files.ts';
import { type Probed, probe } from './probe.ts';
import { multiply, type QuantizedMatrix, readQuantized } from './quantized.ts';
import type { Clusters, SectionVectors } from './section-vectors.ts';
import type { SemanticNames } from './semantic-names.ts';
import { scaled } from './vectors-file.ts';

/** The vectors of sections in clusters, whose file and shards are among these. */
interface Parted {
  file: SectionVectors;
  names: SemanticNames;
  files: Files;
}

/**
 * How near a vector is to each section, see `probe`.
 * @throws IndexError for a damaged file; one of a shard is in what it gives.
 */
export async function cosinesInClusters(
  parted: Parted,
  vector: Float32Array | undefined,
  byWords: (() => Promise<Float32Array>) | undefined,
): Promise<Probed> {
  const clusters = clustersOf(parted.file);
  if (!vector) return { cosines: new Float32Array(clusters.of.length), lacking: false };
  const inSteps = scaled(vector, parted.file.scales);
  const means = multiply(parted.file.rows, inSteps);
  return probe(clusters, { means, vector: inSteps, byWords, shard: (cluster) => shardOf(parted, clusters, cluster) });
}

/**
 * Where the vector of a section is; undefined where its shard is skipped.
 * @throws IndexError for a damaged file; whatever `fetchFile` throws.
 */
export async function rowInClusters(
  parted: Parted,
  section: number,
): Promise<{ rows: QuantizedMatrix; row: number } | undefined> {
  const clusters = clustersOf(parted.file);
  const cluster = clusters.of[section]!;
  const rows = await shardOf(parted, clusters, cluster);
  return rows && { rows, row: clusters.members[cluster]!.indexOf(section) };
}

function shardOf({ file, names, files }: Parted, clusters: Clusters, cluster: number) {
  return files.read(names.vectorShard(cluster), (bytes, name) => readVectorShard(bytes, name, file, clusters, cluster));
}

const READ = new WeakMap<SectionVectors, Clusters>();

/**
 * Which sections are in which cluster; read once.
 * @throws IndexError
 */
export function clustersOf(file: SectionVectors): Clusters {
  const clusters = READ.get(file) ?? readClusters(file);
  READ.set(file, clusters);
  return clusters;
}

function readClusters({ rows, parted }: SectionVectors): Clusters {
  const { name, payload, rest } = parted!;
  const reader = new ByteReader(rest, name);
  const count = rows.rowScales.length;
  const below = reader.f32();
  const of = readColumn(reader, count);
  reader.end();
  return { of, members: membersOf(of, count), below, stamp: checksum(payload) };
}

/** The cluster of each section: the low bytes of all, then the high ones where some cluster has one. */
function readColumn(reader: ByteReader, clusters: number): Uint16Array {
  const sections = reader.count();
  const low = reader.bytes(sections);
  const high = clusters > 256 ? reader.bytes(sections) : undefined;
  const of = Uint16Array.from(low, (byte, section) => byte + 256 * (high?.[section] ?? 0));
  const wrong = of.find((cluster) => cluster >= clusters);
  if (wrong !== undefined) throw reader.fault(`cluster ${wrong}`, `one of ${clusters}`);
  return of;
}

function membersOf(of: Uint16Array, clusters: number): Uint32Array[] {
  const sizes = new Uint32Array(clusters);
  for (const cluster of of) sizes[cluster]!++;
  const members = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(clusters);
  of.forEach((cluster, section) => (members[cluster]![filled[cluster]!++] = section));
  return members;
}

/**
 * Reads the shard of a cluster: the vectors of its sections, with the scales of the file that names them.
 * @throws IndexError, also for a shard of another build.
 */
export function readVectorShard(
  file: Uint8Array,
  name: string,
  { scales }: SectionVectors,
  clusters: Clusters,
  cluster: number,
): QuantizedMatrix {
  const reader = new ByteReader(unseal('vectors', file, name), name);
  if (reader.varint() !== clusters.stamp) throw reader.fault('vectors of another build', 'those of vectors.bin');
  const rows = readQuantized(reader, clusters.members[cluster]!.length, scales.length);
  reader.end();
  return rows;
}
