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
import { beginningsOf } from './beginnings.ts';
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

/** Files by name, and what every search needs of them. */
interface TitleFiles {
  files: Map<string, Uint8Array>;
  directory: TitleDirectory;
}

/**
 * What titles are looked up by where they are too many to be at hand.
 * @param target About how many bytes a file has before compression.
 */
export function titleFiles(titles: readonly string[], language: Language, target: number): TitleFiles {
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
  const stopWords = stopWordsIn(read);
  const { sets, setOf } = stopWords;
  const directory = {
    firstKeys,
    stopWords: sets.map((set) => [...set]),
    stopWordsOf: setOf,
    beginnings: beginningsOf(read, stopWords),
  };
  return { files, directory };
}

/** The same files for the same titles as the last time. In the dev server hardly an edit changes a title. */
export function keptTitleFiles(titles: readonly string[], language: Language, target: number): TitleFiles {
  const kept = lastTitles(language);
  const isSame =
    kept.target === target &&
    kept.titles?.length === titles.length &&
    kept.titles.every((title, place) => title === titles[place]);
  if (!isSame || !kept.made) Object.assign(kept, { titles, target, made: titleFiles(titles, language, target) });
  return kept.made!;
}

/** What was made last in a language, and what of. */
const lastTitles = memoize(
  (_language: Language): { titles?: readonly string[]; target?: number; made?: TitleFiles } => ({}),
);

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
