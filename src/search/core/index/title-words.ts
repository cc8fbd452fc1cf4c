import { isTypo } from '../query/spelling.ts';
import type { Language } from '../text/language.ts';
import { plainText } from '../text/plain-text.ts';
import { type WrittenWord, writtenWords } from '../text/written-words.ts';
import type { IndexedArticle } from './core-file.ts';
import type { Postings } from './postings.ts';

/** How much a title with the word counts, as an impact. */
const TITLE_IMPACT = 128;

/** Words that a word written as one may stand for in a title: `motdepasse`. */
const MOST_JOINED = 4;

/**
 * The words of all titles as written, stop words included. They are available without fetching anything, so that
 * the first letters typed already find titles.
 */
export class TitleWords {
  readonly #articles: readonly IndexedArticle[];
  readonly #language: Language;
  #made: Titles | undefined;

  constructor(articles: readonly IndexedArticle[], language: Language) {
    this.#articles = articles;
    this.#language = language;
  }

  /** The sections of all articles with a title word that begins with `prefix`; undefined when there is none. */
  beginningWith(prefix: string): Postings | undefined {
    return this.#matching((word) => word.startsWith(prefix), prefix);
  }

  /** The sections of all articles with this word in the title. */
  equalTo(word: string): Postings | undefined {
    return this.#postings(this.#titles.articlesOf.get(word) ?? []);
  }

  /** The sections of all articles in whose titles several words together make up this one: `Log in` for `login`. */
  writtenApart(word: string): Postings | undefined {
    const { written } = this.#titles;
    return this.#postings(written.flatMap((words, article) => (standsApart(words, word) ? [article] : [])));
  }

  /** Numbers of the articles with this title: as written, or else by its `looseKey`. */
  titled(text: string): { article: number; asWritten: boolean }[] {
    const key = keyOfWords(writtenWords(text, this.#language), text);
    const verbatim = verbatimKey(text);
    return (this.#titles.articlesTitled.get(key) ?? []).map((article) => ({
      article,
      asWritten: verbatimKey(this.#articles[article]!.title) === verbatim,
    }));
  }

  /**
   * Numbers of the articles with this title but for a typo or two: the same words in the same order, of which some are mistyped.
   * @param isMistyped Whether a stretch of the text is no word that the index knows: `unlock` is no typo of `lock`.
   */
  nearlyTitled(text: string, isMistyped: (start: number, end: number) => boolean): number[] {
    const asked = writtenWords(text, this.#language);
    return this.#titles.written.flatMap((words, article) => {
      if (words.length !== asked.length || words.length === 0) return [];
      const others = asked.flatMap((word, place) =>
        word.word === words[place] ? [] : [{ word, meant: words[place]! }],
      );
      const mistyped =
        others.length > 0 &&
        others.length <= (words.length < LONG_TITLE ? 1 : 2) &&
        others.every(({ word, meant }) => isTypo(word, meant, isMistyped));
      return mistyped ? [article] : [];
    });
  }

  /** The stop words in the title of each article, and in how many titles each of them is. */
  get stopWords(): Pick<Titles, 'stopWordsOf' | 'titlesWith'> {
    return this.#titles;
  }

  #matching(matches: (word: string) => boolean, from: string): Postings | undefined {
    const { words, articlesOf } = this.#titles;
    const articles = new Set<number>();
    for (let index = firstFrom(words, from); index < words.length && matches(words[index]!); index++) {
      for (const article of articlesOf.get(words[index]!)!) articles.add(article);
    }
    return this.#postings([...articles].sort((one, other) => one - other));
  }

  #postings(articles: readonly number[]): Postings | undefined {
    if (articles.length === 0) return undefined;
    const sections = articles.flatMap((article) => {
      const { firstSection, sections: count } = this.#articles[article]!;
      return Array.from({ length: count }, (_, offset) => firstSection + offset);
    });
    return { sections: Uint32Array.from(sections), impacts: new Uint8Array(sections.length).fill(TITLE_IMPACT) };
  }

  /** Made when first asked for. */
  get #titles(): Titles {
    if (this.#made !== undefined) return this.#made;
    const written: string[][] = [];
    const articlesOf = new Map<string, number[]>();
    const articlesTitled = new Map<string, number[]>();
    const titlesWith = new Map<string, number>();
    const stopWordsOf = this.#articles.map(({ title }, article) => {
      const words = writtenWords(title, this.#language);
      written.push(words.map(({ word }) => word));
      for (const word of new Set(written[article])) add(articlesOf, word, article);
      add(articlesTitled, keyOfWords(words, title), article);
      const stopWords = new Set(words.filter(({ isStopWord }) => isStopWord).map(({ word }) => word));
      for (const word of stopWords) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
      return stopWords;
    });
    const words = [...articlesOf.keys()].sort();
    this.#made = { written, words, articlesOf, articlesTitled, stopWordsOf, titlesWith };
    return this.#made;
  }
}

/** Titles of fewer words have one typo at most. */
const LONG_TITLE = 6;

interface Titles {
  /** The words of each title, in order. */
  written: string[][];
  /** All of them, sorted. */
  words: string[];
  /** Numbers of the articles with a word in their titles. */
  articlesOf: Map<string, number[]>;
  articlesTitled: Map<string, number[]>;
  stopWordsOf: Set<string>[];
  titlesWith: Map<string, number>;
}

function add(map: Map<string, number[]>, key: string, article: number): void {
  const among = map.get(key);
  if (among === undefined) map.set(key, [article]);
  else among.push(article);
}

/** What titles and headings are compared by, whatever their case, their accents, their marks and their spaces. */
export function looseKey(text: string, language: Language): string {
  return keyOfWords(writtenWords(text, language), text);
}

/** A title of signs alone is known as it is written. */
function keyOfWords(words: readonly WrittenWord[], text: string): string {
  return words.map(({ word }) => word).join('') || verbatimKey(text);
}

function verbatimKey(text: string): string {
  return plainText(text).toLowerCase().replace(/\s+/gu, ' ').trim();
}

function standsApart(words: readonly string[], word: string): boolean {
  return words.some((first, from) => {
    if (first.length >= word.length || !word.startsWith(first)) return false;
    let joined = first;
    for (let next = from + 1; next < Math.min(words.length, from + MOST_JOINED); next++) {
      joined += words[next];
      if (joined === word) return true;
      if (!word.startsWith(joined)) return false;
    }
    return false;
  });
}

function firstFrom(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
