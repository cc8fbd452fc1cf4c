import { fold } from '../text/fold.ts';
import type { IndexedArticle } from './core-file.ts';
import type { Postings } from './postings.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** How much a title with the word counts, as an impact. */
const TITLE_IMPACT = 128;

/**
 * The words of all titles as written, stop words included. They are available without fetching anything, so that
 * the first letters typed already find titles.
 */
export class TitleWords {
  readonly #articles: readonly IndexedArticle[];
  #table: WordTable | undefined;

  constructor(articles: readonly IndexedArticle[]) {
    this.#articles = articles;
  }

  /** The sections of all articles with a title word that begins with `prefix`; undefined when there is none. */
  beginningWith(prefix: string): Postings | undefined {
    return this.#matching((word) => word.startsWith(prefix), prefix);
  }

  /** The sections of all articles with this word in the title. */
  equalTo(word: string): Postings | undefined {
    return this.#matching((other) => other === word, word);
  }

  #matching(matches: (word: string) => boolean, from: string): Postings | undefined {
    // Made when first asked for: a whole question in the address asks for none of it.
    const { words, articlesOf } = (this.#table ??= wordTable(this.#articles));
    const articles = new Set<number>();
    for (let index = firstFrom(words, from); index < words.length && matches(words[index]!); index++) {
      for (const article of articlesOf.get(words[index]!)!) articles.add(article);
    }
    if (articles.size === 0) return undefined;
    const sections = [...articles]
      .sort((one, other) => one - other)
      .flatMap((article) => {
        const { firstSection, sections: count } = this.#articles[article]!;
        return Array.from({ length: count }, (_, offset) => firstSection + offset);
      });
    return { sections: Uint32Array.from(sections), impacts: new Uint8Array(sections.length).fill(TITLE_IMPACT) };
  }
}

interface WordTable {
  /** Folded, sorted. */
  words: string[];
  /** Numbers of the articles with a word in their titles. */
  articlesOf: Map<string, number[]>;
}

function wordTable(articles: readonly IndexedArticle[]): WordTable {
  const articlesOf = new Map<string, number[]>();
  articles.forEach(({ title }, article) => {
    for (const word of fold(title).match(WORD) ?? []) {
      const among = articlesOf.get(word);
      if (among === undefined) articlesOf.set(word, [article]);
      else if (among.at(-1) !== article) among.push(article);
    }
  });
  return { words: [...articlesOf.keys()].sort(), articlesOf };
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
