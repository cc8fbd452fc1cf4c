import type { ResolvedWord } from '../query/resolve.ts';
import { fold } from '../text/fold.ts';
import type { Language } from '../text/language.ts';
import { tokenise } from '../text/tokenise.ts';
import type { TermKind, Token } from '../text/token.ts';

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
  return wordsOf(text, language).flatMap(({ term, kind, start, end, written }): Match[] => {
    const word = wordOf.get(term) ?? (typed !== '' && written.startsWith(typed) ? partial : undefined);
    return word === undefined ? [] : [{ start, end, word, kind }];
  });
}

/** A word of a text, also as it is written there, folded. */
type Written = Token & { written: string };

/** Texts whose words are kept: those on show, and a few more that come back with the next key. */
const KEPT = 40;
const kept = new WeakMap<Language, Map<string, Written[]>>();

/** The words of a text. From one key to the next mostly the same texts are shown. */
function wordsOf(text: string, language: Language): Written[] {
  const texts = kept.get(language) ?? new Map<string, Written[]>();
  kept.set(language, texts);
  const known = texts.get(text);
  if (known !== undefined) return known;
  const words = tokenise(text, language).map((token) => ({ ...token, written: fold(text.slice(token.start, token.end)) }));
  if (texts.size >= KEPT) texts.clear();
  texts.set(text, words);
  return words;
}
