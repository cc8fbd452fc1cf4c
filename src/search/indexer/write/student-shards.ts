import type { PieceVector } from '../distil/student.ts';
import { cutByKey } from './cut-shards.ts';

/** Pieces a shard holds; a query fetches a shard for each rarer word. */
const SHARD_PIECES = 24;

/**
 * Parts the table of word pieces into shards. A shard also holds the pieces before its range that its words may begin
 * with: proper beginnings of its first key.
 */
export function studentShards(student: readonly PieceVector[]): { firstKeys: string[]; shards: PieceVector[][] } {
  const sorted = [...student].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const vectorOf = new Map(sorted);
  const { firstKeys, shards } = cutByKey(
    sorted,
    ([piece]) => piece,
    () => 1,
    SHARD_PIECES,
  );
  return { firstKeys, shards: shards.map((shard, place) => [...beginnings(firstKeys[place]!, vectorOf), ...shard]) };
}

/** Proper beginnings of a key among the pieces, shortest first, which is their order. */
function beginnings(key: string, vectorOf: ReadonlyMap<string, Float32Array>): PieceVector[] {
  const lengths = Array.from({ length: Math.max(0, key.length - 1) }, (_, place) => place + 1);
  return lengths.flatMap((length): PieceVector[] => {
    const piece = key.slice(0, length);
    const vector = vectorOf.get(piece);
    // `#` is a piece of its own and no beginning of a continuation.
    return vector === undefined || (key.startsWith('##') && length < 3) ? [] : [[piece, vector]];
  });
}
