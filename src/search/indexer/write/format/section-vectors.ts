import { checksum } from '../../../core/format/checksum.ts';
import { HEADER_LENGTH } from '../../../core/format/envelope.ts';
import type { Clustered } from '../cluster-sections.ts';
import { ByteWriter } from './byte-writer.ts';
import { type Coding, writeQuantized } from './quantized.ts';
import { seal } from './seal.ts';
import { writeVectors } from './vectors-file.ts';

/** Writes what `readSectionVectors` reads of sections in clusters, and for each cluster what `readVectorShard` reads. */
export function writeClusters(
  vectors: readonly Float32Array[],
  { members, means, below }: Clustered,
  coding: Coding,
): { file: Uint8Array; shards: Uint8Array[] } {
  const writer = new ByteWriter();
  writeVectors(writer, means, coding);
  writer.f32(below);
  writeColumn(writer, members, vectors.length);
  const file = seal('vectors', writer.finish());
  const stamp = checksum(file.subarray(HEADER_LENGTH));
  const shards = members.map((places) => {
    const shard = new ByteWriter().varint(stamp);
    writeQuantized(
      shard,
      places.map((place) => vectors[place]!),
      coding,
    );
    return seal('vectors', shard.finish());
  });
  return { file, shards };
}

/** The low bytes of all sections' clusters, then the high ones where some cluster has one: these are alike and cost next to nothing. */
function writeColumn(writer: ByteWriter, clusters: readonly (readonly number[])[], sections: number): void {
  const low = new Uint8Array(sections);
  const high = new Uint8Array(sections);
  clusters.forEach((places, cluster) => {
    for (const place of places) {
      low[place] = cluster & 255;
      high[place] = cluster >> 8;
    }
  });
  writer.varint(sections).bytes(low);
  if (clusters.length > 256) writer.bytes(high);
}
