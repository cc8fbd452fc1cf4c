import { memoize } from '../../../cache/memoize.ts';
import { type PieceForm, piecesOf, piecesOfWord, wordsOf } from '../../core/semantic/pieces.ts';
import type { PieceVector } from '../distil/student.ts';
import type { IndexSection } from '../index-document.ts';

/** Pieces that every visitor gets with the first query. */
const FREQUENT = 320;

/** Continuations that cut-up words end in. */
const COMMON_ENDINGS = [
  '##s',
  '##ed',
  '##ing',
  '##er',
  '##ly',
  '##es',
  '##d',
  '##e',
  '##y',
  '##n',
  '##t',
  '##al',
  '##ion',
  '##able',
  '##a',
  '##i',
  '##o',
  '##r',
  '##l',
  '##m',
];

/**
 * The word pieces that queries need most, sorted: common endings, words that questions are full of, then what the
 * sections say most.
 * @param stopWords Words that questions are full of, whether the site says them or not.
 * @param vectorOf The student's vectors by piece; pieces without one are left out.
 */
export function frequentPieces(
  sections: readonly IndexSection[],
  stopWords: readonly string[],
  vectorOf: ReadonlyMap<string, Float32Array>,
  form: PieceForm,
): PieceVector[] {
  const counts = new Map<string, number>();
  const has = (piece: string): boolean => vectorOf.has(piece);
  for (const section of sections) {
    const words = wordsOfSection(section, form);
    // Without spaces there are no whole words: a question needs the pieces that the text is cut into.
    const pieces = form === 'wordpiece' ? words : new Set(words.flatMap((word) => piecesOfWord(word, has, form)));
    for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  const common = [...counts]
    .sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1))
    .map(([word]) => word);
  const asked = stopWords.flatMap((word) => (form === 'wordpiece' ? wordsOf(word, form) : piecesOf(word, has, form)));
  const endings = form === 'wordpiece' ? COMMON_ENDINGS : [];
  const learned = [...new Set([...endings, ...asked, ...common])].filter(has);
  return learned
    .slice(0, FREQUENT)
    .sort()
    .map((piece) => [piece, vectorOf.get(piece)!]);
}

/** Each word once. */
const wordsOfSection = memoize(({ document, headings, text }: IndexSection, form: PieceForm) => [
  ...new Set(wordsOf(`${document.title} ${headings.join(' ')} ${text}`, form)),
]);
