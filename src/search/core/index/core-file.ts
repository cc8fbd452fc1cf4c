import { ByteReader } from '../format/byte-reader.ts';
import { unseal } from '../format/envelope.ts';

/** One article as the ranking knows it. */
export interface IndexedArticle {
  id: string;
  title: string;
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
  const titles = readLines(reader);
  const ids = readLines(reader);
  if (ids.length !== titles.length) throw reader.fault(`${ids.length} ids`, `${titles.length}`);
  let firstSection = 0;
  const articles = titles.map((title, index) => {
    const category = reader.varint();
    if (category >= categories.length)
      throw reader.fault(`category ${category}`, `a number below ${categories.length}`);
    const sections = reader.varint();
    firstSection += sections;
    return { id: ids[index]!, title, category, firstSection: firstSection - sections, sections };
  });
  const wordShards = readLines(reader);
  const vocabularyKeys = readLines(reader);
  let section = 0;
  const textShards = Uint32Array.from({ length: reader.count() }, () => (section += reader.varint()));
  const synonyms = readLines(reader).map((group) => group.split('\t'));
  const variants = reader.left > 0 ? readArticlesWithVariants(reader) : undefined;
  return { categories, articles, wordShards, vocabularyKeys, textShards, synonyms, variants };
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
