import { shardOf } from '../format/range-directory.ts';
import { loadOnce } from '../load-once.ts';
import type { Language } from '../text/language.ts';
import type { CoreFile, TitleKey } from './core-file.ts';
import type { Files } from './index-files.ts';
import { type MakeTable, type ReadTitle, readTitles, type TitleTable } from './title-keys.ts';
import type { TitleStopWords } from './title-stop-words.ts';

/** Only a large site fetches the code for them. */
const titleShards = loadOnce(() => import('./title-shard.ts'));

/** Shards that a search looks at for one key, or for all that begin as it does. */
const MOST_SHARDS = 2;

/** What was made of the titles that an index has at hand; shared by all who look at it. */
export interface MadeTitles {
  read?: ReadTitle[];
  tables: Map<TitleKey, TitleTable>;
  stopWords?: TitleStopWords;
}

/**
 * Where titles are looked up. Of a small site all are at hand, and make one table for each kind of key when it is first asked
 * for; of a large one such tables lie in files, each with a range of the sorted keys. What is asked of them is the same.
 */
export class TitleTables {
  readonly #core: CoreFile;
  readonly #language: Language;
  readonly #files: Files;
  readonly #made: MadeTitles;
  readonly #byBeginning: boolean;
  #failure: unknown;

  /** @param byBeginning Whether two letters that titles have words with begin one article alone, which is at hand. */
  constructor(core: CoreFile, language: Language, files: Files, made: MadeTitles, byBeginning = false) {
    this.#byBeginning = byBeginning;
    this.#core = core;
    this.#language = language;
    this.#files = files;
    this.#made = made;
  }

  /** Why titles may not have been found: what a file of them failed with. */
  get failure(): unknown {
    return this.#failure;
  }

  /** All titles; undefined where they are in files. */
  get read(): readonly ReadTitle[] | undefined {
    const { names } = this.#core;
    return (
      names &&
      (this.#made.read ??= readTitles(
        names.map(({ title }) => title),
        this.#language,
      ))
    );
  }

  /**
   * The tables that have a key, or the first of those that have the keys between two. A file that fails has none: titles are
   * one way among others to find an article.
   */
  async between(key: TitleKey, make: MakeTable, from: string, to = from): Promise<TitleTable[]> {
    const titles = this.read;
    if (titles) {
      const table = this.#made.tables.get(key) ?? make(titles, this.#language);
      this.#made.tables.set(key, table);
      return [table];
    }
    const { firstKeys: all, beginnings } = this.#core.titles!;
    const begun = this.#byBeginning && key === 'words' ? beginnings.get(from) : undefined;
    if (begun !== undefined) return [new Map([[from, [begun]]])];
    const firstKeys = all[key];
    const first = shardOf(firstKeys, from);
    const shards = Math.min(MOST_SHARDS, shardOf(firstKeys, to) - first + 1);
    const tables = await Promise.all(
      Array.from({ length: shards }, (_, place) =>
        this.#shard(`title-${key}-${first + place}.bin`).catch((error: unknown) => {
          this.#failure = error;
          return undefined;
        }),
      ),
    );
    return tables.filter((table) => table !== undefined);
  }

  async #shard(file: string): Promise<TitleTable | undefined> {
    const { readTitleShard } = await titleShards();
    return this.#files.read(file, (bytes, name) => readTitleShard(bytes, name, this.#core.articles.length));
  }
}
