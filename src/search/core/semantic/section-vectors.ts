import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { readVectors, type VectorsFile } from './vectors-file.ts';

/** The vectors of the sections or, where these are too many for one file, the means of clusters of them. */
export interface SectionVectors extends VectorsFile {
  /** The file that goes on after the means, as `clustersOf` reads it; undefined where the rows are the sections'. */
  parted?: { name: string; payload: Uint8Array; rest: Uint8Array };
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
  return reader.left === 0 ? vectors : { ...vectors, parted: { name, payload, rest: reader.bytes(reader.left) } };
}
