import { pick, type Random, randomBelow } from '../../../../src/search/indexer/distil/seeded-random.ts';

/** A piece of a text: a word or what stands between words. */
export interface Token {
  text: string;
  /** In lower case; undefined for what stands between words, and for figures. */
  word?: string;
}

/** Cuts texts of a language into words and what stands between them. */
export function wordCutter(locale: string): (text: string) => Token[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) =>
    Array.from(segmenter.segment(text), ({ segment, isWordLike }) =>
      isWordLike && /^[\p{L}\p{M}]+$/u.test(segment)
        ? { text: segment, word: segment.toLocaleLowerCase(locale) }
        : { text: segment },
    );
}

/**
 * How the number of different words grows with the length of a text: after n words there are `distinct · (n / words)^exponent`
 * of them (Heaps, Information Retrieval, 1978).
 */
export interface Growth {
  words: number;
  distinct: number;
  exponent: number;
}

/** The growth of texts read one after the other, from what their second half brought. */
export function growthOf(texts: Iterable<readonly Token[]>): Growth {
  const seen = new Set<string>();
  const curve: [words: number, distinct: number][] = [];
  let words = 0;
  for (const text of texts) {
    for (const { word } of text) {
      if (word === undefined) continue;
      words++;
      seen.add(word);
    }
    curve.push([words, seen.size]);
  }
  const half = curve.find(([read]) => read >= words / 2) ?? [words, seen.size];
  const exponent = half[0] < words ? Math.log(seen.size / half[1]) / Math.log(words / half[0]) : 0;
  return { words, distinct: seen.size, exponent };
}

/** How many different words a text of `words` words has. */
export function distinctAfter(words: number, { words: known, distinct, exponent }: Growth): number {
  return distinct * (words / known) ** exponent;
}

/** Letters that may follow two others, as often as they do; the empty text ends a word. */
type Chain = Map<string, string[]>;

/**
 * Makes words up that look like those given: each letter follows two others as it does there, so that they fall into the
 * pieces that a model knows as rare names do.
 */
export class WordMaker {
  readonly #chain: Chain = new Map();
  readonly #random: Random;
  readonly #longest: number;

  constructor(words: readonly string[], random: Random) {
    this.#random = random;
    this.#longest = Math.max(2, ...words.map((word) => [...word].length));
    for (const word of words) {
      let before = '^^';
      for (const letter of [...word, '']) {
        const next = this.#chain.get(before) ?? [];
        next.push(letter);
        this.#chain.set(before, next);
        before = [...before].slice(1).join('') + letter;
      }
    }
  }

  /** A word that is not among those taken; it is taken afterwards. */
  make(taken: Set<string>): string {
    for (let tries = 0; ; tries++) {
      const word = this.#word();
      // Short words run out.
      const unique = tries < 50 ? word : word + this.#word();
      if ([...unique].length < 2 || taken.has(unique)) continue;
      taken.add(unique);
      return unique;
    }
  }

  #word(): string {
    let before = '^^';
    let word = '';
    for (let length = 0; length < this.#longest; length++) {
      const next = pick(this.#chain.get(before)!, this.#random);
      if (next === '') break;
      word += next;
      before = [...before].slice(1).join('') + next;
    }
    return word;
  }
}

/** Some of the items, each at most once, in no order. */
export function sample<T>(items: readonly T[], count: number, random: Random): T[] {
  const rest = [...items];
  return Array.from(
    { length: Math.min(count, rest.length) },
    () => rest.splice(randomBelow(rest.length, random), 1)[0]!,
  );
}
