import { memoize } from '../../../cache/memoize.ts';
import { type PieceForm, piecesOf, studentPiece } from '../../core/semantic/pieces.ts';
import { languageOf } from '../../core/text/language.ts';
import type { Teacher } from '../embed/teacher.ts';
import { pieceFilter } from '../model/piece-filter.ts';

/** The word pieces that the student of a language may know, and how it cuts a text into them. */
export interface StudentVocabulary {
  form: PieceForm;
  pieces: readonly string[];
  /** Numbers of the text's pieces, cut as the browser cuts a question. */
  tokenize(text: string): number[];
}

/** Pieces of a language at most, the commonest: the Latin script alone has more, of a hundred languages. */
const MOST_PIECES = 24_000;

/**
 * The vocabulary of a teacher's student. That of a WordPiece model is the teacher's own. A model of many languages has
 * ten times as many pieces as one of them needs, and knows the best of all ways to cut a text, for which a browser
 * would need all their probabilities: its student has the pieces of the language and takes the longest, so it
 * learns from spans that are cut as questions will be.
 */
export const studentVocabulary = memoize((teacher: Teacher, locale: string): StudentVocabulary => {
  const form = teacher.pieceForm;
  if (form === 'wordpiece') return { form, pieces: teacher.vocabulary, tokenize: teacher.tokenize };
  const keeps = pieceFilter(languageOf(locale), 'Unigram');
  const own = teacher.vocabulary.filter((piece, rank) => keeps(piece, rank) && !/^<.+>$/.test(piece));
  const pieces = [...new Set(own.map((piece) => studentPiece(piece, form)))].slice(0, MOST_PIECES);
  const numbers = new Map(pieces.map((piece, number) => [piece, number]));
  const has = (piece: string): boolean => numbers.has(piece);
  return { form, pieces, tokenize: (text) => piecesOf(text, has, form).map((piece) => numbers.get(piece)!) };
});
