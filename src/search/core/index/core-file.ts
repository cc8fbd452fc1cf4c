import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';

/** What an article is shown and linked by. */
export interface ArticleName {
  id: string;
  title: string;
}

/** One article as the ranking knows it. */
export interface IndexedArticle {
  /** Number of its category. */
  category: number;
  /** Number of its first section; its sections follow each other. */
  firstSection: number;
  sections: number;
}

/** What every search needs, loaded once. */
export interface CoreFile {
  categories: string[];
  articles: IndexedArticle[];
  /** Of all articles; undefined where these are too many, and each name stands with its texts. */
  names: ArticleName[] | undefined;
  /** What is known of the titles of these; undefined where `names` are there. */
  titles: TitleDirectory | undefined;
  /** Where each shard of words begins, see `shardOf`. */
  wordShards: string[];
  /** Keys of the vocabulary's shards, see `vocabularyKeys`. */
  vocabularyKeys: string[];
  /** Number of the first section in each shard of texts, ascending; the first one is 0. */
  textShards: Uint32Array;
  /** Groups of words that mean the same on this site. */
  synonyms: string[][];
  /** Undefined where every text is for everybody. */
  variants?: CoreVariants | undefined;
}

/** What titles are looked up by, each with files of its own: see `TITLE_KEYS`. */
export const TITLE_KEYS = ['words', 'whole', 'joins', 'codes'] as const;
export type TitleKey = (typeof TITLE_KEYS)[number];

/** What every search needs of titles that are in files of their own. */
export interface TitleDirectory {
  /** Where each shard begins, see `shardOf`. */
  firstKeys: Record<TitleKey, string[]>;
  /** The different sets of stop words that titles have. */
  stopWords: string[][];
  /** Which of them the title of each article has. */
  stopWordsOf: Uint32Array;
  /** The article that comes first for two letters which words of titles begin with, by these, sorted; see `beginningOf`. */
  beginnings: ReadonlyMap<string, number>;
}

/** For whom texts are. */
export interface CoreVariants {
  /** Numbers of the articles with a text that is not for everybody: others are ranked without the rest. */
  articles: ReadonlySet<number>;
  /** What `readVariants` reads. */
  column: Uint8Array;
}

/** @throws IndexError */
export function readCoreFile(file: Uint8Array, name: string): CoreFile {
  const reader = new ByteReader(unseal('core', file, name), name);
  const categories = readLines(reader);
  const isNamed = reader.u8() === 1;
  const names = isNamed ? readNames(reader) : undefined;
  const count = names?.length ?? reader.count();
  let firstSection = 0;
  const articles = Array.from({ length: count }, () => {
    const category = reader.varint();
    if (category >= categories.length)
      throw reader.fault(`category ${category}`, `a number below ${categories.length}`);
    const sections = reader.varint();
    firstSection += sections;
    return { category, firstSection: firstSection - sections, sections };
  });
  const titles = isNamed ? undefined : readTitleDirectory(reader, count);
  const wordShards = readLines(reader);
  const vocabularyKeys = readLines(reader);
  let section = 0;
  const textShards = Uint32Array.from({ length: reader.count() }, () => (section += reader.varint()));
  const synonyms = readLines(reader).map((group) => group.split('\t'));
  const variants = reader.left > 0 ? readArticlesWithVariants(reader) : undefined;
  return { categories, articles, names, titles, wordShards, vocabularyKeys, textShards, synonyms, variants };
}

function readNames(reader: ByteReader): ArticleName[] {
  const titles = readLines(reader);
  const ids = readLines(reader);
  if (ids.length !== titles.length) throw reader.fault(`${ids.length} ids`, `${titles.length}`);
  return titles.map((title, place) => ({ id: ids[place]!, title }));
}

function readTitleDirectory(reader: ByteReader, articles: number): TitleDirectory {
  const firstKeys = Object.fromEntries(TITLE_KEYS.map((key) => [key, readLines(reader)])) as Record<TitleKey, string[]>;
  const stopWords = readLines(reader).map((words) => (words === '' ? [] : words.split(' ')));
  const stopWordsOf = Uint32Array.from({ length: articles }, () => {
    const set = reader.varint();
    if (set >= stopWords.length) throw reader.fault(`stop words ${set}`, `a number below ${stopWords.length}`);
    return set;
  });
  const beginnings = new Map(
    readLines(reader).map((letters) => {
      const article = reader.varint();
      if (article >= articles) throw reader.fault(`article ${article}`, `a number below ${articles}`);
      return [letters, article] as const;
    }),
  );
  return { firstKeys, stopWords, stopWordsOf, beginnings };
}

function readArticlesWithVariants(reader: ByteReader): CoreVariants {
  let article = 0;
  const articles = new Set(Array.from({ length: reader.count() }, () => (article += reader.varint())));
  return { articles, column: reader.bytes(reader.left) };
}

/** A count and then as many lines in one string, which compress better than many short strings. */
function readLines(reader: ByteReader): string[] {
  const count = reader.count();
  const text = reader.string();
  const lines = count === 0 ? [] : text.split('\n');
  if (lines.length !== count) throw reader.fault(`${lines.length} lines`, `${count}`);
  return lines;
}
