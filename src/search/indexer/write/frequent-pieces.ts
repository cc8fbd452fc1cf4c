import { memoize } from '../../../cache/memoize.ts';
import { basicTokens } from '../../core/semantic/basic-tokens.ts';
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
): PieceVector[] {
  const counts = new Map<string, number>();
  for (const section of sections) for (const word of wordsOf(section)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts]
    .sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1))
    .map(([word]) => word);
  const learned = [...new Set([...COMMON_ENDINGS, ...stopWords.flatMap(basicTokens), ...common])].filter((piece) =>
    vectorOf.has(piece),
  );
  return learned
    .slice(0, FREQUENT)
    .sort()
    .map((piece) => [piece, vectorOf.get(piece)!]);
}

/** Each word once. */
const wordsOf = memoize(({ document, headings, text }: IndexSection) => [
  ...new Set(basicTokens(`${document.title} ${headings.join(' ')} ${text}`)),
]);
