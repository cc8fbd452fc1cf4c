/**
 * What a term stands for. `word`: a word, by its stem. `part`: one part of a compound. `whole`: a compound
 * kept together, such as `e1042` for E-1042. `character` and `pair`: of scripts written without spaces.
 */
export type TermKind = 'word' | 'part' | 'whole' | 'character' | 'pair';

/** One thing to index or to look up, with the range of the text it came from. */
export interface Token {
  term: string;
  kind: TermKind;
  /** Half-open range of UTF-16 code units in the text. Variants of one word share their range. */
  start: number;
  end: number;
}

/** Longer words are no words (encoded data, long addresses); they are cut so that a text cannot swell the vocabulary. */
export const LONGEST_TERM = 48;
