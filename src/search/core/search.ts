import type { RankedArticle } from './engine/engine.ts';
import { excerpt } from './excerpt/excerpt.ts';
import type { SearchIndex } from './index/search-index.ts';
import { inverseFrequency } from './rank/lexical.ts';
import { rank, type RankOptions, type Ranking } from './rank/rank.ts';
import type { Hit, Outcome } from './types.ts';

export interface SearchOptions extends RankOptions {
  /** How many characters a passage has at most; 240 unless said. */
  passageLength?: number;
}

/**
 * Searches an index: ranks its articles and makes the hits to show. Asked again with the same index, query and options
 * it gives the same outcome.
 * @throws IndexError for a damaged file that the search can't do without; whatever `fetchFile` throws.
 */
export async function search(index: SearchIndex, query: string, options: SearchOptions = {}): Promise<Outcome> {
  return outcomeOf(index, await rank(index, query, options), options.passageLength);
}

/**
 * Makes of a ranking what is shown; fetches the texts of its articles, which ranking alone does without.
 * @throws as `search`.
 */
export async function outcomeOf(index: SearchIndex, ranking: Ranking, passageLength = 240): Promise<Outcome> {
  const hits = await Promise.all(ranking.articles.map((article) => hitOf(index, ranking, article, passageLength)));
  return { query: ranking.query.text, tier: ranking.tier, verdict: hits.length === 0 ? 'none' : ranking.verdict, hits };
}

async function hitOf(index: SearchIndex, { query, words }: Ranking, { article, section, score }: RankedArticle, passageLength: number): Promise<Hit> {
  const { id, title, category } = index.core.articles[article]!;
  const { href, anchor, headings, text } = await index.text(section);
  const weights = words.map(({ alternatives }) => Math.max(0, ...alternatives.map(({ terms, weight }) => weight * inverseFrequency(terms[0]!.postings.sections.length, index.sections))));
  return {
    article: id,
    title,
    category: index.core.categories[category]!,
    href: anchor === '' ? href : `${href}#${anchor}`,
    headings,
    score,
    passage: excerpt(text, { text: query.text, words, weights }, index.language, passageLength),
  };
}
