import type { Language } from '../text/language.ts';
import type { Token } from '../text/token.ts';
import { tokenize } from '../text/tokenize.ts';

interface Wording {
  /** All terms, stop words too, by which the wording is recognised: sign, in. */
  verbatim: string[];
  /** The terms to look up: sign. */
  searchable: string[];
}

/** Other wordings for a stretch of the query. */
export interface Paraphrase {
  /** Half-open range of the query's text. */
  start: number;
  end: number;
  wordings: {
    /** Terms of another wording, which all must occur. */
    terms: string[];
    /** Share of the wording's words that the index can look up: half of `log in`, which is `log`. */
    share: number;
  }[];
}

/** The site's groups of words that mean the same, ready to be looked up. */
export class Synonyms {
  readonly #language: Language;
  readonly #verbatimLanguage: Language;
  /** Groups by the first term of each of their wordings. */
  readonly #groups = new Map<string, Set<Wording[]>>();

  /** @param groups Words or short phrases, as an owner writes them. */
  constructor(groups: readonly (readonly string[])[], language: Language) {
    this.#language = language;
    this.#verbatimLanguage = { ...language, isStopWord: () => false };
    for (const group of groups) {
      const wordings = group.map((text) => this.#wording(text)).filter(({ verbatim }) => verbatim.length > 0);
      for (const { verbatim } of wordings) {
        const first = verbatim[0]!;
        this.#groups.set(first, (this.#groups.get(first) ?? new Set()).add(wordings));
      }
    }
  }

  /** What else the query could have said, for each wording of a group that it contains; of nested ones the longest. */
  paraphrases(query: string): Paraphrase[] {
    if (this.#groups.size === 0) return [];
    const tokens = tokenize(query, this.#verbatimLanguage);
    return tokens.flatMap(({ term }, index) =>
      [...(this.#groups.get(term) ?? [])].flatMap((group): Paraphrase[] => {
        const typed = group
          .filter((wording) => occursAt(tokens, index, wording.verbatim))
          .sort((one, other) => other.verbatim.length - one.verbatim.length)[0];
        if (typed === undefined) return [];
        const wordings = group
          .filter((wording) => wording !== typed && wording.searchable.length > 0)
          .map(({ verbatim, searchable }) => ({
            terms: searchable,
            share: Math.min(1, searchable.length / verbatim.length),
          }));
        return [{ start: tokens[index]!.start, end: tokens[index + typed.verbatim.length - 1]!.end, wordings }];
      }),
    );
  }

  #wording(text: string): Wording {
    const terms = (language: Language) => tokenize(text, language).map((token) => token.term);
    return { verbatim: terms(this.#verbatimLanguage), searchable: [...new Set(terms(this.#language))] };
  }
}

function occursAt(tokens: readonly Token[], index: number, terms: readonly string[]): boolean {
  return terms.every((term, offset) => tokens[index + offset]?.term === term);
}
