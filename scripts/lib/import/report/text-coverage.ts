import type { Conversion } from '../convert/conversion.ts';
import type { SourceArticle } from '../sources/source.ts';
import { visibleText } from './visible-text.ts';
import { lostWords, wordsOf } from './words.ts';

export interface TextCoverage {
  /** Words that readers saw before. */
  before: number;
  /** Those of them that are in the new text too. */
  kept: number;
  /** Articles that lost some, the most first, with the lost words. */
  losses: { origin: string; lost: string[] }[];
}

/** Counts the words of all articles before and after; a word that was there twice has to be there twice. */
export function textCoverage(articles: SourceArticle[], conversions: Conversion[]): TextCoverage {
  const result: TextCoverage = { before: 0, kept: 0, losses: [] };
  articles.forEach((article, index) => {
    const before = wordsOf(visibleText(article.body, article.format));
    // The title stands above the text; a heading that repeated it was dropped.
    const now = wordsOf(`${visibleText(conversions[index]?.markdown ?? '', 'markdown')}\n${article.title}`);
    const lost = lostWords(before, now);
    result.before += before.length;
    result.kept += before.length - lost.length;
    if (lost.length > 0) result.losses.push({ origin: article.origin, lost });
  });
  result.losses.sort((one, other) => other.lost.length - one.lost.length);
  return result;
}
