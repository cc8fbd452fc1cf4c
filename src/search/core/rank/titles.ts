import type { SearchIndex } from '../index/search-index.ts';
import type { TitleWords } from '../index/title-words.ts';
import { EXACT, TITLE_STOP_WORDS } from '../parameters.ts';
import type { ParsedQuery } from '../query/parse-query.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { inverseDocumentFrequency } from './lexical.ts';

/**
 * How much more an article counts for the stop words that its title shares with the query, and less for those that the
 * title alone has: all that tells `Pay with a card` from `Pay without a card`. By article, about 1; undefined where no title
 * has any.
 * @param stopWords Of the query, folded.
 */
export function stopWordFactors(titles: TitleWords, stopWords: ReadonlySet<string>): Float32Array | undefined {
  const { stopWordsOf, titlesWith } = titles.stopWords;
  if (titlesWith.size === 0) return undefined;
  const weight = (word: string): number => {
    const count = titlesWith.get(word);
    return count === undefined ? 0 : inverseDocumentFrequency(count, stopWordsOf.length);
  };
  const asked = sum(stopWords, weight);
  return Float32Array.from(stopWordsOf, (inTitle) => {
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
  factors: Float32Array | undefined,
): void {
  if (factors === undefined) return;
  let best = 0;
  scores.forEach((score, section) => (best = score > scores[best]! ? section : best));
  const unit = factors[articleOf[best]!]!;
  scores.forEach((score, section) => (scores[section] = (score * factors[articleOf[section]!]!) / unit));
}

/** Bonus by article whose title the query is, as written, or else but for a typo; undefined where it is none. */
export function titleBonus(
  index: SearchIndex,
  { text }: ParsedQuery,
  words: readonly ResolvedWord[],
  { asTyped = false }: { asTyped?: boolean | undefined } = {},
): Map<number, number> | undefined {
  const titled = index.titleWords.titled(text);
  if (titled.length > 0)
    return new Map(titled.map(({ article, asWritten }) => [article, asWritten ? EXACT.title : EXACT.short]));
  return asTyped
    ? undefined
    : bonusFor(index.titleWords.nearlyTitled(text, (start, end) => isMistyped(words, start, end)));
}

/** The bonus of articles that the query names; undefined for none. */
export function bonusFor(articles: readonly number[]): Map<number, number> | undefined {
  return articles.length > 0 ? new Map(articles.map((article) => [article, EXACT.short])) : undefined;
}

/** Whether the index knows none of the words or pairs of signs at a place of the query; of stop words it knows all. */
function isMistyped(words: readonly ResolvedWord[], start: number, end: number): boolean {
  const there = words.filter(
    ({ word, extra }) => !extra && word.kind !== 'character' && word.start < end && word.end > start,
  );
  return there.length > 0 && there.every(({ alternatives }) => alternatives.every(({ weight }) => weight < 1));
}

function sum(words: Iterable<string>, weight: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weight(word);
  return total;
}
