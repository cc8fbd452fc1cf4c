import { memoize } from '../../../cache/memoize.ts';
import { TITLE_KEYS, type TitleDirectory, type TitleKey } from '../../core/index/core-file.ts';
import { placeOfId } from '../../core/index/id-set.ts';
import { byCode } from '../../core/index/title-codes.ts';
import {
  byJoinedWords,
  byWholeTitle,
  byWord,
  looseKeyOf,
  type MakeTable,
  readTitles,
} from '../../core/index/title-keys.ts';
import { stopWordsIn } from '../../core/index/title-stop-words.ts';
import type { Language } from '../../core/text/language.ts';
import { cutByKey } from './cut-shards.ts';
import { ByteWriter } from './format/byte-writer.ts';
import { seal } from './format/seal.ts';
import { writeTitleShard } from './format/shards.ts';

const MAKE: Record<TitleKey, MakeTable> = {
  words: byWord,
  whole: byWholeTitle,
  joins: byJoinedWords,
  codes: byCode,
};

/**
 * What titles are looked up by where they are too many to be at hand: the files by name, and what every search needs of them.
 * @param target About how many bytes a file has before compression.
 */
export function titleFiles(
  titles: readonly string[],
  language: Language,
  target: number,
): { files: Map<string, Uint8Array>; directory: TitleDirectory } {
  const read = readTitles(titles, language);
  const files = new Map<string, Uint8Array>();
  const firstKeys = Object.fromEntries(
    TITLE_KEYS.map((key) => {
      const orderOf = ([own]: readonly [string, unknown]): string => (key === 'whole' ? looseKeyOf(own) : own);
      const entries = [...MAKE[key](read, language)].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
      // Only words that the index does not know are looked for among words written as one.
      const most = key === 'joins' ? 4 * target : target;
      const cut = cutByKey(entries, orderOf, ([own, articles]) => own.length + 2 * articles.length, most);
      cut.shards.forEach((shard, place) => files.set(`title-${key}-${place}.bin`, writeTitleShard(shard)));
      return [key, cut.firstKeys];
    }),
  ) as TitleDirectory['firstKeys'];
  const { sets, setOf } = stopWordsIn(read);
  return { files, directory: { firstKeys, stopWords: sets.map((set) => [...set]), stopWordsOf: setOf } };
}

/** The same files for the same titles as the last time. In the dev server hardly an edit changes a title. */
export const keptTitleFiles = memoize((language: Language) => {
  let last: { titles: readonly string[]; target: number; made: ReturnType<typeof titleFiles> } | undefined;
  return (titles: readonly string[], target: number): ReturnType<typeof titleFiles> => {
    const isSame =
      last?.target === target &&
      last.titles.length === titles.length &&
      last.titles.every((title, place) => title === titles[place]);
    last = isSame && last ? last : { titles, target, made: titleFiles(titles, language, target) };
    return last.made;
  };
});

/** Writes what `readIdSet` reads. */
export function writeIdSet(ids: readonly string[]): Uint8Array {
  const places = [...new Set(ids.map((id) => placeOfId(id, ids.length)))].sort((one, other) => one - other);
  const writer = new ByteWriter().varint(places.length);
  let before = 0;
  for (const place of places) {
    writer.varint(place - before);
    before = place;
  }
  return seal('ids', writer.finish());
}
