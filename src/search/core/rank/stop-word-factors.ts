import type { TitleStopWords } from '../index/title-stop-words.ts';
import { TITLE_STOP_WORDS } from '../parameters.ts';
import { inverseDocumentFrequency } from './lexical.ts';

/**
 * How much more an article counts for the stop words that its title shares with the query, and less for those that the
 * title alone has: all that tells `Pay with a card` from `Pay without a card`. By set of stop words, about 1; undefined where
 * no title has any.
 * @param stopWords Of the query, folded.
 */
export function stopWordFactors(
  { sets, setOf, titlesWith }: TitleStopWords,
  stopWords: ReadonlySet<string>,
): Float32Array | undefined {
  if (titlesWith.size === 0) return undefined;
  const weight = (word: string): number => {
    const count = titlesWith.get(word);
    return count === undefined ? 0 : inverseDocumentFrequency(count, setOf.length);
  };
  const asked = sum(stopWords, weight);
  return Float32Array.from(sets, (inTitle) => {
    const shared = sum(inTitle, (word) => (stopWords.has(word) ? weight(word) : 0));
    const more = sum(inTitle, weight) - shared;
    const agreement = shared === 0 ? 0 : shared / (asked + more);
    return 1 + TITLE_STOP_WORDS.shared * agreement - (TITLE_STOP_WORDS.more * more) / (more + TITLE_STOP_WORDS.half);
  });
}

/** Multiplies scores by section with these factors; the section that was best keeps its score, so that scores stay comparable. */
export function weighTitleStopWords(
  scores: Float32Array,
  articleOf: Uint32Array,
  { setOf }: Pick<TitleStopWords, 'setOf'>,
  factors: Float32Array | undefined,
): void {
  if (factors === undefined) return;
  let best = 0;
  for (let section = 0; section < scores.length; section++) if (scores[section]! > scores[best]!) best = section;
  const unit = factors[setOf[articleOf[best]!]!]!;
  // By words alone most sections score 0.
  for (let section = 0; section < scores.length; section++)
    if (scores[section] !== 0) scores[section] = (scores[section]! * factors[setOf[articleOf[section]!]!]!) / unit;
}

function sum(words: Iterable<string>, weight: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weight(word);
  return total;
}
