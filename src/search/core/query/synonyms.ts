import type { Language } from '../text/language.ts';
import { tokenize } from '../text/tokenize.ts';
import type { Token } from '../text/token.ts';

interface Wording {
  /** All terms, stop words too, in which the wording is recognised: sign, in. */
  said: string[];
  /** The terms to look up: sign. */
  sought: string[];
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
  readonly #verbatim: Language;
  /** Groups by the first term of each of their wordings. */
  readonly #groups = new Map<string, Set<Wording[]>>();

  /** @param groups Words or short phrases, as an owner writes them. */
  constructor(groups: readonly (readonly string[])[], language: Language) {
    this.#language = language;
    this.#verbatim = { stem: (word) => language.stem(word), isStopWord: () => false };
    for (const group of groups) {
      const wordings = group.map((text) => this.#wording(text)).filter(({ said }) => said.length > 0);
      for (const { said } of wordings) {
        const first = said[0]!;
        this.#groups.set(first, (this.#groups.get(first) ?? new Set()).add(wordings));
      }
    }
  }

  /** What else the query could have said, for each wording of a group that it contains; of nested ones the longest. */
  paraphrases(query: string): Paraphrase[] {
    if (this.#groups.size === 0) return [];
    const tokens = tokenize(query, this.#verbatim);
    return tokens.flatMap(({ term }, place) =>
      [...(this.#groups.get(term) ?? [])].flatMap((group): Paraphrase[] => {
        const said = group.filter((wording) => standsAt(tokens, place, wording.said)).sort((one, other) => other.said.length - one.said.length)[0];
        if (said === undefined) return [];
        const wordings = group.filter((wording) => wording !== said && wording.sought.length > 0).map(({ said: all, sought }) => ({ terms: sought, share: Math.min(1, sought.length / all.length) }));
        return [{ start: tokens[place]!.start, end: tokens[place + said.said.length - 1]!.end, wordings }];
      }),
    );
  }

  #wording(text: string): Wording {
    const terms = (language: Language) => tokenize(text, language).map((token) => token.term);
    return { said: terms(this.#verbatim), sought: [...new Set(terms(this.#language))] };
  }
}

function standsAt(tokens: readonly Token[], place: number, said: readonly string[]): boolean {
  return said.every((term, offset) => tokens[place + offset]?.term === term);
}
