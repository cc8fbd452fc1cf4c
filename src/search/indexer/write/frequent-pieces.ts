import { memoize } from '../../../cache/memoize.ts';
import { type PieceForm, piecesOf, piecesOfWord, wordsOf } from '../../core/semantic/pieces.ts';
import type { PieceVector } from '../distil/student.ts';
import type { IndexSection } from '../index-document.ts';
import { intern } from './intern.ts';

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

/** What tells which pieces queries need. */
interface Asked {
  sections: readonly IndexSection[];
  /** Words that questions are full of, whether the site says them or not. */
  stopWords: readonly string[];
  form: PieceForm;
}

/**
 * The word pieces that queries need most, sorted: common endings, words that questions are full of, then what the
 * sections say most.
 * @param vectorOf The student's vectors by piece; pieces without one are left out.
 */
export function frequentPieces(
  vectorOf: ReadonlyMap<string, Float32Array>,
  { sections, stopWords, form }: Asked,
): PieceVector[] {
  const has = (piece: string): boolean => vectorOf.has(piece);
  const common = commonest(
    sections.map((section) => {
      const words = wordsOfSection(section, form);
      // Without spaces there are no whole words: a question needs the pieces that the text is cut into.
      return form === 'wordpiece' ? words : new Set(words.flatMap((word) => piecesOfWord(word, has, form)));
    }),
  );
  const asked = stopWords.flatMap((word) => (form === 'wordpiece' ? wordsOf(word, form) : piecesOf(word, has, form)));
  const endings = form === 'wordpiece' ? COMMON_ENDINGS : [];
  return withVectors([...new Set([...endings, ...asked, ...common])].filter(has), vectorOf);
}

/** Those of the first time: in the dev server a student is kept for many edits, which hardly change what is asked. */
export const keptFrequentPieces = memoize(frequentPieces, 1);

/** The word pieces that such questions need most, sorted. */
export const piecesAsked = memoize(
  (questions: readonly string[], vectorOf: ReadonlyMap<string, Float32Array>, form: PieceForm): PieceVector[] => {
    const has = (piece: string): boolean => vectorOf.has(piece);
    return withVectors(commonest(questions.map((question) => new Set(piecesOf(question, has, form)))), vectorOf);
  },
);

/** What most of some sets have, the commonest first. */
function commonest(sets: readonly Iterable<string>[]): string[] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts]
    .sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1))
    .map(([member]) => member);
}

function withVectors(pieces: readonly string[], vectorOf: ReadonlyMap<string, Float32Array>): PieceVector[] {
  return pieces
    .slice(0, FREQUENT)
    .sort()
    .map((piece) => [piece, vectorOf.get(piece)!]);
}

/** Each word once. */
const wordsOfSection = memoize(({ document, headings, text }: IndexSection, form: PieceForm) => [
  ...new Set(wordsOf(`${document.title} ${headings.join(' ')} ${text}`, form).map(intern)),
]);
