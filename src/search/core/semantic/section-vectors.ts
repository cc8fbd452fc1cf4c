import { ByteReader } from '../format/byte-reader.ts';
import { checksum } from '../format/checksum.ts';
import { unseal } from '../format/envelope.ts';
import { type QuantizedMatrix, readQuantized } from './quantized.ts';
import { readVectors, type VectorsFile } from './vectors-file.ts';

/** The vectors of the sections or, where these are too many for one file, the means of clusters of them. */
export interface SectionVectors extends VectorsFile {
  /** Undefined where the rows are the sections'. */
  clusters?: Clusters;
}

/** Which sections have their vectors in the same shard. */
export interface Clusters {
  /** By section. */
  of: Uint16Array;
  /** By cluster, its sections, ascending: the rows of its shard. */
  members: Uint32Array[];
  /** By how much the least of all cosines is likely to lie below the least mean of a cluster. */
  below: number;
  /** What the shards of the same build begin with. */
  stamp: number;
}

/** @throws IndexError */
export function readSectionVectors(file: Uint8Array, name: string): SectionVectors {
  const payload = unseal('vectors', file, name);
  const reader = new ByteReader(payload, name);
  const vectors = readVectors(reader);
  if (reader.left === 0) return vectors;
  const below = reader.f32();
  const of = readColumn(reader, vectors.rows.rowScales.length);
  reader.end();
  return {
    ...vectors,
    clusters: { of, members: membersOf(of, vectors.rows.rowScales.length), below, stamp: checksum(payload) },
  };
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
  { scales, clusters }: SectionVectors & { clusters: Clusters },
  cluster: number,
): QuantizedMatrix {
  const reader = new ByteReader(unseal('vectors', file, name), name);
  if (reader.varint() !== clusters.stamp) throw reader.fault('vectors of another build', 'those of vectors.bin');
  const rows = readQuantized(reader, clusters.members[cluster]!.length, scales.length);
  reader.end();
  return rows;
}
