import { fold } from '../text/fold.ts';
import type { IndexedArticle } from './core-file.ts';
import type { Postings } from './postings.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** How much a title with the word counts, as an impact. */
const TITLE_IMPACT = 128;

/**
 * The words of all titles as written, stop words included. They are at hand without fetching anything, so that
 * the first letters typed already find titles.
 */
export class TitleWords {
  readonly #articles: readonly IndexedArticle[];
  /** Folded word and number of its article, sorted by word. */
  readonly #entries: [string, number][];

  constructor(articles: readonly IndexedArticle[]) {
    this.#articles = articles;
    this.#entries = articles.flatMap(({ title }, article) => [...new Set(fold(title).match(WORD) ?? [])].map((word): [string, number] => [word, article]));
    this.#entries.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
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
    const articles = new Set<number>();
    for (let place = this.#firstFrom(from); place < this.#entries.length; place++) {
      const [word, article] = this.#entries[place]!;
      if (!matches(word)) break;
      articles.add(article);
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

  #firstFrom(word: string): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#entries[middle]![0] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
