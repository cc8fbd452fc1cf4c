import { type Code, codesIn, codesOfTitle } from '../text/codes.ts';
import type { Language } from '../text/language.ts';
import { plainText } from '../text/plain-text.ts';
import type { CoreFile } from './core-file.ts';

const LETTERS_THEN_DIGITS = /^(\p{L}+)(\p{N}+)$/u;

/** Whether two codes are of one kind: the same letters, and as many digits behind them, as in `e1042` and `e2001`. */
export function isLike(one: string, other: string): boolean {
  const [, letters, digits = ''] = LETTERS_THEN_DIGITS.exec(one) ?? [];
  const [, otherLetters, otherDigits = ''] = LETTERS_THEN_DIGITS.exec(other) ?? [];
  return letters !== undefined && letters === otherLetters && digits.length === otherDigits.length;
}

/** A code in more titles is the name of a product. */
const MOST_TITLES = 2;

/** The codes that name an article in its title: `E-1042`, `(exit status 74)`. */
class TitleCodes {
  readonly #titles: readonly string[];
  readonly #language: Language;
  #made: Made | undefined;

  constructor(titles: readonly string[], language: Language) {
    this.#titles = titles;
    this.#language = language;
  }

  /** The numbers of the articles that all of these codes name. */
  named(codes: readonly Code[]): number[] {
    const [first, ...others] = codes.map(
      ({ number, joined, prefixed }) =>
        new Set((prefixed ? joined : [number, ...joined]).flatMap((key) => this.#namedBy(key))),
    );
    return [...(first ?? [])].filter((article) => others.every((one) => one.has(article)));
  }

  /** The codes of one kind with another one that name articles, with the numbers of these. */
  like(code: string): [string, readonly number[]][] {
    return [...this.#all.named].filter(([key]) => isLike(key, code));
  }

  get #all(): Made {
    return (this.#made ??= make(this.#titles, this.#language));
  }

  #namedBy(key: string): readonly number[] {
    const { named, titlesWith } = this.#all;
    return (titlesWith.get(key) ?? 0) <= MOST_TITLES ? (named.get(key) ?? []) : [];
  }
}

interface Made {
  /** Numbers of the articles that a code names. */
  named: Map<string, number[]>;
  /** In how many titles it stands, wherever. */
  titlesWith: Map<string, number>;
}

function make(titles: readonly string[], language: Language): Made {
  const made: Made = { named: new Map(), titlesWith: new Map() };
  titles.forEach((title, article) => {
    for (const key of codesOfTitle(title, language)) made.named.set(key, [...(made.named.get(key) ?? []), article]);
    for (const key of new Set(codesIn(plainText(title), language).flatMap(({ number, joined }) => [number, ...joined])))
      made.titlesWith.set(key, (made.titlesWith.get(key) ?? 0) + 1);
  });
  return made;
}

const codesOf = new WeakMap<CoreFile, TitleCodes>();

/** The codes in the titles of an index, read when first asked for. */
export function titleCodesOf({ core, language }: { core: CoreFile; language: Language }): TitleCodes {
  const known = codesOf.get(core);
  if (known !== undefined) return known;
  const made = new TitleCodes(
    core.articles.map(({ title }) => title),
    language,
  );
  codesOf.set(core, made);
  return made;
}
