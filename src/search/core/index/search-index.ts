import { shardOf, shardsOfPrefix } from '../format/range-directory.ts';
import { loadOnce } from '../load-once.ts';
import { OramaDatabase } from '../orama/orama-database.ts';
import { Synonyms } from '../query/synonyms.ts';
import { SemanticScorer } from '../semantic/semantic-scorer.ts';
import { type Language, loadLanguage } from '../text/language.ts';
import { type ArticleName, type CoreFile, readCoreFile } from './core-file.ts';
import type { Ids } from './id-set.ts';
import { type FetchFile, type Files, IndexFiles, type Reader } from './index-files.ts';
import type { Manifest } from './manifest.ts';
import type { Postings } from './postings.ts';
import { countBelow } from './sorted.ts';
import { readTextShard, type SectionText } from './text-shard.ts';
import { listedStopWords, stopWordsIn, type TitleStopWords } from './title-stop-words.ts';
import { type MadeTitles, TitleTables } from './title-tables.ts';
import { Titles } from './titles.ts';
import { readVocabularyShard } from './vocabulary-shard.ts';
import { readWordShard } from './word-shard.ts';

/** Only a question that other languages are asked for, too, fetches it. */
const idSets = loadOnce(() => import('./id-set.ts'));

/** Shards that a short unfinished word may span; more would cost more than it finds. */
const PREFIX_SHARDS = 2;

/** What is made of an index when it is opened. */
interface Opened {
  manifest: Manifest;
  core: CoreFile;
  language: Language;
  /** Number of the article of each section. */
  articleOf: Uint32Array;
  orama: OramaDatabase;
  madeTitles: MadeTitles;
  synonyms: Synonyms;
}

/** An opened index: immutable, with the shards that were read so far kept in memory. */
export class SearchIndex {
  readonly manifest: Manifest;
  readonly core: CoreFile;
  readonly language: Language;
  /** Number of the article of each section. */
  readonly articleOf: Uint32Array;
  readonly orama: OramaDatabase;
  readonly titleTables: TitleTables;
  readonly titles: Titles;
  readonly synonyms: Synonyms;
  /** For queries in the index's own language. */
  readonly semantic: SemanticScorer;
  readonly #foreign = new Map<string, SemanticScorer>();
  readonly #files: Files;
  readonly #meaning: Files;
  readonly #madeTitles: MadeTitles;

  /**
   * @param meaning Where vectors are read, where that is not `files`.
   * @param byBeginning See `TitleTables`.
   */
  constructor(opened: Opened, files: Files, meaning = files, byBeginning = false) {
    this.manifest = opened.manifest;
    this.core = opened.core;
    this.language = opened.language;
    this.articleOf = opened.articleOf;
    this.orama = opened.orama;
    this.#madeTitles = opened.madeTitles;
    this.titleTables = new TitleTables(this.core, this.language, files, opened.madeTitles, byBeginning);
    this.titles = new Titles(this.core.articles, this.language, this.titleTables);
    this.synonyms = opened.synonyms;
    this.#files = files;
    this.#meaning = meaning;
    this.semantic = new SemanticScorer(meaning, this.manifest);
  }

  get sections(): number {
    return this.articleOf.length;
  }

  /** For queries in the language of a locale; in the index's own unless given. */
  semanticFor(locale?: string): SemanticScorer {
    if (locale === undefined) return this.semantic;
    const scorer = this.#foreign.get(locale) ?? new SemanticScorer(this.#meaning, this.manifest, locale);
    this.#foreign.set(locale, scorer);
    return scorer;
  }

  /** Where the terms occur; terms the index does not know are left out. */
  async postings(terms: Iterable<string>): Promise<Map<string, Postings>> {
    const wanted = [...new Set(terms)];
    const shards = await Promise.all(wanted.map((term) => this.#wordShard(shardOf(this.core.wordShards, term))));
    const found = new Map<string, Postings>();
    wanted.forEach((term, index) => {
      const postings = shards[index]?.get(term);
      if (postings !== undefined) found.set(term, postings);
    });
    return found;
  }

  /** Whether two terms would be found in the same file. */
  sameShard(one: string, other: string): boolean {
    return shardOf(this.core.wordShards, one) === shardOf(this.core.wordShards, other);
  }

  /** The terms around `prefix` in the sorted vocabulary, all that begin with it included; none for a prefix that many shards hold. */
  async termsAround(prefix: string): Promise<[string, Postings][]> {
    const [first, last] = shardsOfPrefix(this.core.wordShards, prefix);
    if (last - first >= PREFIX_SHARDS) return [];
    const shards = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, offset) => this.#wordShard(first + offset)),
    );
    return shards.flatMap((shard) => [...(shard ?? [])]);
  }

  /**
   * The words kept under a key of `vocabularyKeys`; none for a key that no word has.
   * @param parts Keys of the parts that are wanted, where there are so many words that the key has parts.
   */
  async vocabulary(key: string, parts: readonly string[]): Promise<string[]> {
    const shards = [key, ...parts].map((one) => this.core.vocabularyKeys.indexOf(one)).filter((shard) => shard >= 0);
    const words = shards.map((shard) => this.#files.read(`vocabulary-${shard}.bin`, readVocabularyShard));
    return (await Promise.all(words)).flatMap((some) => some ?? []);
  }

  /** A file that only some indexes have, by a reader that only these need; undefined where it is skipped. */
  read<Content>(name: string, reader: Reader<Content>): Promise<Content | undefined> {
    return this.#files.read(name, reader);
  }

  /** The stop words in all titles, which are at hand. */
  get titleStopWords(): TitleStopWords {
    const { titles } = this.core;
    return (this.#madeTitles.stopWords ??= titles ? listedStopWords(titles) : stopWordsIn(this.titleTables.read!));
  }

  /**
   * The title and the id of an article; undefined where they are skipped, or the file with them fails.
   * @param section One of it whose text is read anyway, since the names of many articles are with their texts.
   */
  async nameOf(article: number, section = this.core.articles[article]!.firstSection): Promise<ArticleName | undefined> {
    return this.core.names ? this.core.names[article] : (await this.text(section).catch(() => undefined))?.name;
  }

  /** Tells which articles the index has; the ids of many are in a file. */
  async ids(): Promise<Ids> {
    const { names, articles } = this.core;
    if (names) return new Set(names.map(({ id }) => id));
    const { readIdSet } = await idSets();
    const ids = await this.#files.read('ids.bin', (file, name) => readIdSet(file, name, articles.length));
    return ids ?? new Set();
  }

  /** What results show of a section; undefined where its shard is skipped. */
  async text(section: number): Promise<SectionText | undefined> {
    const { textShards, names } = this.core;
    const shard = Math.max(0, countBelow(textShards, section + 1) - 1);
    const texts = await this.#files.read(`texts-${shard}.bin`, (file, name) => readTextShard(file, name, !names));
    return texts?.[section - textShards[shard]!];
  }

  #wordShard(shard: number): Promise<Map<string, Postings> | undefined> {
    return this.#files.read(`words-${shard}.bin`, (file, name) => readWordShard(file, name, this.sections));
  }
}

/** An index as far as it was fetched. */
interface CachedIndex {
  index: SearchIndex;
  /** Whether everything that was read of it so far was there. */
  complete(): boolean;
  /** Whether everything was that has nothing to do with meaning. */
  hasWords(): boolean;
}

export interface IndexSource {
  manifest: Manifest;
  /** Gives the bytes of an index file as stored; `name` is relative to the folder that holds the manifests' folders. */
  fetchFile: FetchFile;
}

/**
 * Opens an index for searching: reads its core and the language's stemmer.
 * @throws IndexError for a damaged core; whatever `fetchFile` throws.
 */
export async function openIndex(source: IndexSource): Promise<SearchIndex> {
  return (await openPartially(source)).index;
}

/** An index that is searched while somebody types. */
export interface PartialIndex {
  /** Fetches what it needs. */
  index: SearchIndex;
  /** Uses only what was fetched by then. */
  cached(): CachedIndex;
  /** Fetches what it needs, but of what words mean uses only what was fetched by then. */
  wordsFirst(): SearchIndex;
  /** Uses only what was fetched by then, which has one article for two letters that words of its titles begin with. */
  byBeginning(): SearchIndex;
}

/**
 * Opens an index for a search while typing.
 * @throws as `openIndex`.
 */
export async function openPartially({ manifest, fetchFile }: IndexSource): Promise<PartialIndex> {
  const files = new IndexFiles(manifest.folder, fetchFile);
  const [core, language] = await Promise.all([files.read('core.bin', readCoreFile), loadLanguage(manifest.locale)]);
  const articleOf = new Uint32Array(manifest.counts.sections);
  core.articles.forEach((article, number) =>
    articleOf.fill(number, article.firstSection, article.firstSection + article.sections),
  );
  const opened: Opened = {
    manifest,
    core,
    language,
    articleOf,
    orama: new OramaDatabase(articleOf, language),
    madeTitles: { tables: new Map() },
    synonyms: new Synonyms(core.synonyms, language),
  };
  const cached = () => {
    const [fetched, meaning] = [files.cachedOnly(), files.cachedOnly()];
    return {
      index: new SearchIndex(opened, fetched, meaning),
      complete: () => fetched.complete && meaning.complete,
      hasWords: () => fetched.complete,
    };
  };
  const wordsFirst = () => new SearchIndex(opened, files, files.cachedOnly());
  const byBeginning = () => new SearchIndex(opened, files.cachedOnly(), files.cachedOnly(), true);
  return { index: new SearchIndex(opened, files), cached, wordsFirst, byBeginning };
}
