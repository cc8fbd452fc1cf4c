import type { ReadTitle } from '../../core/index/title-keys.ts';
import type { TitleStopWords } from '../../core/index/title-stop-words.ts';
import { beginningOf } from '../../core/query/beginning.ts';
import { stopWordFactors } from '../../core/rank/stop-word-factors.ts';

/** The article that the ranking puts first for two letters which words of titles begin with, by these, sorted. */
export function beginningsOf(titles: readonly ReadTitle[], stopWords: TitleStopWords): Map<string, number> {
  const usual = stopWordFactors(stopWords, new Set());
  const first = new Map<string, { article: number; factor: number }>();
  titles.forEach(({ words }, article) => {
    for (const { word } of words) {
      const letters = beginningOf(word);
      if (letters === undefined) continue;
      const factors = stopWords.titlesWith.has(letters) ? stopWordFactors(stopWords, new Set([letters])) : usual;
      const factor = factors?.[stopWords.setOf[article]!] ?? 1;
      // All begin alike: of equal ones the first article comes first.
      if (factor > (first.get(letters)?.factor ?? 0)) first.set(letters, { article, factor });
    }
  });
  const sorted = [...first].sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(sorted.map(([letters, { article }]) => [letters, article]));
}
