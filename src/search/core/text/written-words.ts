import type { Language } from './language.ts';
import { alignedPlainText } from './plain-text.ts';

/** A word as it stands in a text, stop words included. */
export interface WrittenWord {
  /** Folded, not stemmed. */
  word: string;
  isStopWord: boolean;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** All words of a text, in order. */
export function writtenWords(written: string, language: Language): WrittenWord[] {
  const { text, origin } = alignedPlainText(written);
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const end = index + word.length;
    return {
      word: language.fold(word),
      isStopWord: language.isStopWord(word),
      start: origin?.starts[index] ?? index,
      end: origin?.ends[end - 1] ?? end,
    };
  });
}
