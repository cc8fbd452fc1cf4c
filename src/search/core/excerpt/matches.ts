import type { ResolvedWord } from '../query/resolve.ts';
import type { Language } from '../text/language.ts';
import { memoizeByLanguage } from '../text/memoize.ts';
import type { TermKind, Token } from '../text/token.ts';
import { tokenize } from '../text/tokenize.ts';

/** A word of a text that a word of the query matches. */
export interface Match {
  start: number;
  end: number;
  /** Which word of the query. */
  word: number;
  kind: TermKind;
}

/** Finds the words of the query in a text as the ranking does: by stem, by beginning, by synonym, by corrected spelling. */
export function findMatches(text: string, query: string, words: readonly ResolvedWord[], language: Language): Match[] {
  const wordOf = new Map<string, number>();
  words.forEach(({ word, alternatives }, index) => {
    for (const term of [...word.terms, ...alternatives.flatMap(({ terms }) => terms.map((entry) => entry.term))]) {
      if (!wordOf.has(term)) wordOf.set(term, index);
    }
  });
  const partial = words.findIndex(({ word }) => word.partial);
  const typed = partial < 0 ? '' : language.fold(query.slice(words[partial]!.word.start, words[partial]!.word.end));
  const { tokens, written } = wordsOf(text, language);
  return tokens.flatMap(({ term, kind, start, end }, index): Match[] => {
    const word = wordOf.get(term) ?? (typed !== '' && written(index).startsWith(typed) ? partial : undefined);
    return word === undefined ? [] : [{ start, end, word, kind }];
  });
}

interface Words {
  tokens: readonly Token[];
  /** A token as it is written in the text, folded. */
  written(index: number): string;
}

/** Texts whose words are kept: those on show, their titles and passages, and a few more that come back with the next key. */
const TEXTS = { size: 160, longest: Infinity };

/** The words of a text. From one key to the next mostly the same texts are shown. */
export const wordsOf = memoizeByLanguage((text, language: Language): Words => {
  const tokens = tokenize(text, language);
  const folded: string[] = [];
  return {
    tokens,
    written: (index) => (folded[index] ??= language.fold(text.slice(tokens[index]!.start, tokens[index]!.end))),
  };
}, TEXTS);
