import { Engine } from '../engine/engine.ts';
import { shardOf, shardsOfPrefix } from '../format/range-directory.ts';
import { SemanticSide } from '../semantic/semantic-side.ts';
import { Synonyms } from '../query/synonyms.ts';
import { loadLanguage, type Language } from '../text/language.ts';
import { readCoreFile, type CoreFile } from './core-file.ts';
import { IndexFiles, type FetchFile } from './index-files.ts';
import type { Manifest } from './manifest.ts';
import type { Postings } from './postings.ts';
import { readTextShard, type SectionText } from './text-shard.ts';
import { TitleWords } from './title-words.ts';
import { readVocabularyShard } from './vocabulary-shard.ts';
import { readWordShard } from './word-shard.ts';

/** Shards that a short unfinished word may span; more would cost more than it finds. */
const PREFIX_SHARDS = 2;

/** An opened index: immutable, with the shards that were read so far kept in memory. */
export class SearchIndex {
  readonly manifest: Manifest;
  readonly core: CoreFile;
  readonly language: Language;
  /** Number of the article of each section. */
  readonly articleOf: Uint32Array;
  readonly engine: Engine;
  readonly titleWords: TitleWords;
  readonly synonyms: Synonyms;
  readonly #files: IndexFiles;
  readonly semantic: SemanticSide;

  constructor(manifest: Manifest, core: CoreFile, language: Language, files: IndexFiles) {
    this.manifest = manifest;
    this.core = core;
    this.language = language;
    this.titleWords = new TitleWords(core.articles);
    this.synonyms = new Synonyms(core.synonyms, language);
    this.#files = files;
    this.semantic = new SemanticSide(files, manifest);
    this.articleOf = new Uint32Array(manifest.counts.sections);
    core.articles.forEach((article, place) => this.articleOf.fill(place, article.firstSection, article.firstSection + article.sections));
    this.engine = new Engine(this.articleOf, language);
  }

  get sections(): number {
    return this.articleOf.length;
  }

  /** Where the terms occur; terms the index does not know are left out. */
  async postings(terms: Iterable<string>): Promise<Map<string, Postings>> {
    const wanted = [...new Set(terms)];
    const shards = await Promise.all(wanted.map((term) => this.#wordShard(shardOf(this.core.wordShards, term))));
    const found = new Map<string, Postings>();
    wanted.forEach((term, place) => {
      const postings = shards[place]?.get(term);
      if (postings !== undefined) found.set(term, postings);
    });
    return found;
  }

  /** The terms around `prefix` in the sorted vocabulary, all that begin with it included; none for a prefix that many shards hold. */
  async termsAround(prefix: string): Promise<[string, Postings][]> {
    const [first, last] = shardsOfPrefix(this.core.wordShards, prefix);
    if (last - first >= PREFIX_SHARDS) return [];
    const shards = await Promise.all(Array.from({ length: last - first + 1 }, (_, offset) => this.#wordShard(first + offset)));
    return shards.flatMap((shard) => [...shard]);
  }

  /** The words kept under a key of `vocabularyKeys`; none for a key that no word has. */
  async vocabulary(key: string): Promise<string[]> {
    const shard = this.core.vocabularyKeys.indexOf(key);
    return shard < 0 ? [] : this.#files.read(`vocabulary-${shard}.bin`, readVocabularyShard);
  }

  /** What results show of a section. */
  async text(section: number): Promise<SectionText> {
    const { textShards } = this.core;
    let shard = textShards.findLastIndex((first) => first <= section);
    if (shard < 0) shard = 0;
    const texts = await this.#files.read(`texts-${shard}.bin`, readTextShard);
    return texts[section - textShards[shard]!]!;
  }

  #wordShard(shard: number): Promise<Map<string, Postings>> {
    return this.#files.read(`words-${shard}.bin`, (file, name) => readWordShard(file, name, this.sections));
  }
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
export async function openIndex({ manifest, fetchFile }: IndexSource): Promise<SearchIndex> {
  const files = new IndexFiles(manifest.folder, fetchFile);
  const [core, language] = await Promise.all([files.read('core.bin', readCoreFile), loadLanguage(manifest.locale)]);
  return new SearchIndex(manifest, core, language, files);
}
