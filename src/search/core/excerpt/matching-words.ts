import type { ResolvedWord } from '../query/resolve.ts';
import { fold } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import { tokenise } from '../text/tokenise.ts';
import type { TermKind } from '../text/token.ts';

/** A word of a text that a word of the query matches. */
export interface Match {
  start: number;
  end: number;
  /** Which word of the query. */
  word: number;
  kind: TermKind;
}

/** Finds the words of the query in a text as the ranking does: by stem, by beginning, by synonym, by repaired typo. */
export function matchingWords(text: string, query: string, words: readonly ResolvedWord[], language: Language): Match[] {
  const wordOf = new Map<string, number>();
  words.forEach(({ word, alternatives }, place) => {
    for (const term of [...word.terms, ...alternatives.flatMap(({ terms }) => terms.map((entry) => entry.term))]) {
      if (!wordOf.has(term)) wordOf.set(term, place);
    }
  });
  const partial = words.findIndex(({ word }) => word.partial);
  const typed = partial < 0 ? '' : fold(query.slice(words[partial]!.word.start, words[partial]!.word.end));
  return tokenise(text, language).flatMap(({ term, kind, start, end }): Match[] => {
    const word = wordOf.get(term) ?? (typed !== '' && fold(text.slice(start, end)).startsWith(typed) ? partial : undefined);
    return word === undefined ? [] : [{ start, end, word, kind }];
  });
}
