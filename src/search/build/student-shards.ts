import { plainWords } from '../core/semantic/plain-words.ts';
import type { PieceVector } from './format/student-files.ts';
import type { IndexSection } from './index-document.ts';
import { cutByKey } from './shards.ts';

/** Pieces that every visitor gets with the first query. */
const FREQUENT = 320;
/** Pieces a shard holds; a query fetches a shard for each rarer word. */
const SHARD_PIECES = 24;

export interface StudentTable {
  frequent: PieceVector[];
  firstKeys: string[];
  shards: PieceVector[][];
}

/**
 * Parts the table of word pieces into the frequent ones and shards of the others. A shard also holds the pieces before
 * its range that its words may begin with: proper beginnings of its first key.
 * @param stopWords Words that questions are full of, whether the site says them or not.
 */
export function studentTable(student: readonly PieceVector[], sections: readonly IndexSection[], stopWords: readonly string[]): StudentTable {
  const sorted = [...student].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const vectorOf = new Map(sorted);
  const frequent = frequentPieces(sections, stopWords).filter((piece) => vectorOf.has(piece)).slice(0, FREQUENT).sort();
  const { firstKeys, shards } = cutByKey(sorted, ([piece]) => piece, () => 1, SHARD_PIECES);
  return {
    frequent: frequent.map((piece) => [piece, vectorOf.get(piece)!]),
    firstKeys,
    shards: shards.map((shard, place) => [...beginnings(firstKeys[place]!, vectorOf), ...shard]),
  };
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

/** Stop words first, then what the sections say most, then common endings. */
function frequentPieces(sections: readonly IndexSection[], stopWords: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const { document, headings, text } of sections) {
    for (const word of new Set(plainWords(`${document.title} ${headings.join(' ')} ${text}`))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1)).map(([word]) => word);
  return [...new Set([...COMMON_ENDINGS, ...stopWords.flatMap(plainWords), ...common])];
}

/** Continuations that cut-up words end in. */
const COMMON_ENDINGS = ['##s', '##ed', '##ing', '##er', '##ly', '##es', '##d', '##e', '##y', '##n', '##t', '##al', '##ion', '##able', '##a', '##i', '##o', '##r', '##l', '##m'];
