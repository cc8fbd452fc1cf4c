import { type PieceForm, textOfPiece } from '../../core/semantic/pieces.ts';
import { languageOf } from '../../core/text/language.ts';
import type { Teacher } from '../embed/teacher.ts';
import { lettersOf } from '../model/piece-filter.ts';
import { phrasesOf } from './phrases/phrases-of.ts';
import { questionSpans } from './question-spans.ts';
import { pick, type Random, seededRandom } from './seeded-random.ts';
import { type StudentVocabulary, studentVocabulary } from './student-vocabulary.ts';

/** What the prior of a model and a locale is learned from. */
export interface PriorSpans {
  vocabulary: StudentVocabulary;
  /** Numbers of the pieces that are learned, each of which is a span of its own. */
  pieces: number[];
  /** Random strings of words, then questions. */
  texts: string[];
  /** Where the questions begin in `texts`. */
  questions: number;
}

const SPANS = { vocabulary: 20_000, questions: 20_000 };

/** Tells which pieces of a language's vocabulary are learned, and which of them are words. */
interface PieceKinds {
  /** Pieces that people may type: letters, digits, signs. */
  learned: RegExp;
  /** Words: of three letters where words are made of letters, of fewer characters elsewhere. */
  word: RegExp;
}

const KINDS: Record<PieceForm, (language: string) => PieceKinds> = {
  // Of a WordPiece vocabulary only Latin letters and those of the language: such a model has pieces of scripts that it does
  // not understand. A Chinese character is a word of its own and goes on with no other.
  wordpiece(language) {
    const letters = lettersOf(language);
    return {
      learned: new RegExp(`^(?!##\\p{Script=Han})(##)?[\\p{Script=Latin}${letters}\\p{N}]+$|^[!-/:-@[-\`{-~]$`, 'u'),
      word: new RegExp(`^[\\p{Script=Latin}${letters}]{3,}$|^(?=\\p{Script=Han})[${letters}]$`, 'u'),
    };
  },
  unigram: () => ({
    learned: /^▁?[\p{L}\p{M}\p{N}]+$|^▁?[!-/:-@[-`{-~]$/u,
    word: /^▁[\p{L}\p{M}]{3,}$|^▁\p{Script=Hangul}{2}$|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u,
  }),
};
/** Of the words of a vocabulary of several scripts, the Latin ones that stand beside those of another script: one for so many. */
const LATIN_SHARE = 8;
/** Words of a random string at most. */
const LONGEST_STRING = 6;

export function priorSpans(teacher: Teacher, locale: string, counts = SPANS): PriorSpans {
  const vocabulary = studentVocabulary(teacher, locale);
  const { learned } = KINDS[vocabulary.form](languageOf(locale));
  const pieces = vocabulary.pieces.flatMap((piece, number) => (learned.test(piece) ? [number] : []));
  return { vocabulary, pieces, ...generalSpans(vocabulary, locale, counts) };
}

function generalSpans(
  vocabulary: StudentVocabulary,
  locale: string,
  counts: { vocabulary: number; questions: number },
): Pick<PriorSpans, 'texts' | 'questions'> {
  const phrases = phrasesOf(locale);
  const frames =
    phrases?.frames
      .filter((frame) => /^[^{]*\{(do|thing)\}[^{]*$/.test(frame))
      .map((frame) => frame.replace(/\{\w+\}/, '{}')) ?? [];
  const settle = phrases?.settle ?? ((text: string) => text);
  const words = vocabularySpans(
    counts.vocabulary,
    wordsOf(vocabulary, KINDS[vocabulary.form](languageOf(locale)).word),
    { frames, gap: phrases?.gap ?? ' ' },
    seededRandom('words of the vocabulary'),
  );
  const questions = phrases ? questionSpans(counts.questions, phrases, seededRandom('questions')) : [];
  const strings = new Set(words.map(settle));
  return { texts: [...new Set([...strings, ...questions])], questions: strings.size };
}

/** Words that people type, the most frequent first. */
function wordsOf({ pieces, form }: StudentVocabulary, isWord: RegExp): string[] {
  const words = pieces.filter((piece) => isWord.test(piece)).map((piece) => textOfPiece(piece, form));
  const isLatin = (word: string): boolean => /\p{Script=Latin}/u.test(word);
  const latin = words.filter(isLatin);
  if (latin.length > words.length * 0.75) return words;
  const beside = new Set(latin.slice(0, Math.floor((words.length - latin.length) / LATIN_SHARE)));
  return words.filter((word) => !isLatin(word) || beside.has(word));
}

/**
 * Random strings of words of the model's own vocabulary, some in the frame of a question: what the teacher makes of
 * words beside others, whatever they are. Vocabularies are sorted by frequency or nearly so; half the words are drawn
 * from the frequent ones.
 * @param how Questions with one blank, `{}`, which may be none, and what parts words.
 */
function vocabularySpans(
  count: number,
  words: readonly string[],
  { frames, gap }: { frames: readonly string[]; gap: string },
  random: Random,
): string[] {
  if (words.length === 0) return [];
  return Array.from({ length: count }, () => {
    const framed = frames.length > 0 && random() < 0.5;
    const length = 1 + Math.floor(random() * (framed ? LONGEST_STRING - 2 : LONGEST_STRING));
    const text = Array.from(
      { length },
      () => words[Math.floor(words.length * random() ** (random() < 0.5 ? 2 : 1))]!,
    ).join(gap);
    return framed ? pick(frames, random).replace('{}', text) : text;
  });
}
