import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';
import { readSortedStrings } from '../format/front-coding.ts';
import type { TitleTable } from './title-keys.ts';

/**
 * Reads a range of what titles are looked up by: the keys, sorted, then in columns the number of articles of each and the
 * gaps between their numbers.
 * @param articles How many articles the index has.
 * @throws IndexError
 */
export function readTitleShard(file: Uint8Array, name: string, articles: number): TitleTable {
  const reader = new ByteReader(unseal('titles', file, name), name);
  const keys = readSortedStrings(reader);
  const counts = keys.map(() => reader.count());
  const table = new Map(
    keys.map((key, place) => {
      let article = -1;
      const numbers = Array.from({ length: counts[place]! }, () => {
        article += reader.varint() + 1;
        if (article >= articles) throw reader.fault(`article ${article}`, `a number below ${articles}`);
        return article;
      });
      return [key, numbers] as const;
    }),
  );
  reader.end();
  return table;
}
