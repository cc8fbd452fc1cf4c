import { isTypo } from '../query/spelling.ts';
import type { Language } from '../text/language.ts';
import { type WrittenWord, writtenWords } from '../text/written-words.ts';
import type { IndexedArticle } from './core-file.ts';
import type { Postings } from './postings.ts';
import {
  byJoinedWords,
  byWholeTitle,
  byWord,
  isInWords,
  looseKeyOf,
  type TitleTable,
  verbatimKey,
} from './title-keys.ts';
import type { TitleTables } from './title-tables.ts';

/** How much a title with the word counts, as an impact. */
const TITLE_IMPACT = 128;

/** Titles of fewer words have one typo at most. */
const LONG_TITLE = 6;

/** What the titles of an index say of a query. Of a small site, whose titles are all at hand, nothing is fetched for it. */
export class Titles {
  readonly #articles: readonly IndexedArticle[];
  readonly #language: Language;
  readonly #tables: TitleTables;

  constructor(articles: readonly IndexedArticle[], language: Language, tables: TitleTables) {
    this.#articles = articles;
    this.#language = language;
    this.#tables = tables;
  }

  /** The sections of the articles with a title word that begins with `prefix`, of many the first ones; undefined when there is none. */
  async beginningWith(prefix: string): Promise<Postings | undefined> {
    const tables = await this.#tables.between('words', byWord, prefix, `${prefix}\uffff`);
    // Two letters begin words of thousands of titles: they are marked in order, not sorted.
    const begun = new Uint8Array(this.#articles.length);
    for (const table of tables)
      for (const [word, its] of table) if (word.startsWith(prefix)) for (const article of its) begun[article] = 1;
    return this.#postings(placesOf(begun));
  }

  /** The sections of all articles with this word in the title. */
  async equalTo(word: string): Promise<Postings | undefined> {
    return this.#postings(get(await this.#tables.between('words', byWord, word), word));
  }

  /** The sections of all articles in whose titles several words together make up this one: `Log in` for `login`. */
  async writtenApart(word: string): Promise<Postings | undefined> {
    return this.#postings(get(await this.#tables.between('joins', byJoinedWords, word), word));
  }

  /** Numbers of the articles with this title by its `looseKey`. */
  async titled(text: string): Promise<number[]> {
    const key = looseKey(text, this.#language);
    return get((await this.#tables.between('whole', byWholeTitle, key)).map(byLooseKey), key);
  }

  /** Numbers of the articles whose titles begin as this text does, by their `looseKey`; of many the first ones. */
  async begunBy(text: string): Promise<number[]> {
    const key = looseKey(text, this.#language);
    const tables = await this.#tables.between('whole', byWholeTitle, key, `${key}\uffff`);
    const begun = tables.flatMap((table) =>
      [...byLooseKey(table)].flatMap(([its, articles]) => (its.startsWith(key) ? articles : [])),
    );
    return begun.sort((one, other) => one - other);
  }

  /**
   * Numbers of the articles with this title but for a typo or two: the same words in the same order, of which some are mistyped.
   * Where titles are in files, of those that begin about as the text does, as it is or as it is mended.
   * @param isMistyped Whether a stretch of the text is no word that the index knows: `unlock` is no typo of `lock`.
   * @param mended What the text would be without its typos.
   */
  async nearlyTitled(
    text: string,
    isMistyped: (start: number, end: number) => boolean,
    mended: readonly string[] = [],
  ): Promise<number[]> {
    const asked = writtenWords(text, this.#language);
    const keys = [text, ...mended].map((one) => looseKey(one, this.#language));
    const tables = await Promise.all(keys.map((key) => this.#tables.between('whole', byWholeTitle, key)));
    const found = new Set<number>();
    for (const table of new Set(tables.flat()))
      for (const [title, articles] of table)
        if (isNearly(asked, title, isMistyped)) for (const article of articles) found.add(article);
    return [...found].sort((one, other) => one - other);
  }

  #postings(articles: readonly number[]): Postings | undefined {
    if (articles.length === 0) return undefined;
    const count = articles.reduce((sum, article) => sum + this.#articles[article]!.sections, 0);
    const sections = new Uint32Array(count);
    let next = 0;
    for (const article of articles) {
      const { firstSection, sections: its } = this.#articles[article]!;
      for (let offset = 0; offset < its; offset++) sections[next++] = firstSection + offset;
    }
    return { sections, impacts: new Uint8Array(count).fill(TITLE_IMPACT) };
  }
}

const looseKeys = new WeakMap<TitleTable, TitleTable>();

/** A table of whole titles by their loose keys. */
function byLooseKey(table: TitleTable): TitleTable {
  const known = looseKeys.get(table);
  if (known) return known;
  const made = new Map<string, readonly number[]>();
  for (const [title, articles] of table) {
    const key = looseKeyOf(title);
    made.set(
      key,
      [...(made.get(key) ?? []), ...articles].sort((one, other) => one - other),
    );
  }
  looseKeys.set(table, made);
  return made;
}

function isNearly(
  asked: readonly WrittenWord[],
  title: string,
  isMistyped: (start: number, end: number) => boolean,
): boolean {
  const words = title.split(' ');
  if (words.length !== asked.length || !isInWords(title)) return false;
  const others = asked.flatMap((word, place) => (word.word === words[place] ? [] : [{ word, meant: words[place]! }]));
  return (
    others.length > 0 &&
    others.length <= (words.length < LONG_TITLE ? 1 : 2) &&
    others.every(({ word, meant }) => isTypo(word, meant, isMistyped))
  );
}

/** The places of what is marked with 1, ascending. */
function placesOf(marked: Uint8Array): number[] {
  const places: number[] = [];
  for (let place = marked.indexOf(1); place >= 0; place = marked.indexOf(1, place + 1)) places.push(place);
  return places;
}

function get(tables: readonly TitleTable[], key: string): number[] {
  return tables.flatMap((table) => table.get(key) ?? []);
}

/** What titles and headings are compared by, whatever their case, their accents, their marks and their spaces. */
export function looseKey(text: string, language: Language): string {
  return (
    writtenWords(text, language)
      .map(({ word }) => word)
      .join('') || verbatimKey(text)
  );
}
