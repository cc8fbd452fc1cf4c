import { excerpt } from './excerpt/excerpt.ts';
import { markedTerms, marksOf } from './excerpt/marks.ts';
import { findMatches } from './excerpt/matches.ts';
import { IndexError } from './format/index-error.ts';
import { countOf } from './index/postings.ts';
import type { SearchIndex } from './index/search-index.ts';
import { sectionToShow } from './landing.ts';
import type { ResolvedWord } from './query/resolve.ts';
import { takenAs } from './query/taken-as.ts';
import { headedSection } from './rank/headings.ts';
import { inverseDocumentFrequency } from './rank/lexical.ts';
import { rank } from './rank/rank.ts';
import type { Ranking, RankOptions } from './rank/ranking.ts';
import type { Hit, Outcome } from './types.ts';

export interface SearchOptions extends RankOptions {
  /** How many characters a passage has at most; 240 unless said. */
  passageLength?: number;
}

/**
 * Searches an index: ranks its articles and makes the hits to show. Asked again with the same index, query and options
 * it gives the same outcome.
 * @throws IndexError for a damaged file that the search needs; whatever `fetchFile` throws.
 */
export async function search(index: SearchIndex, query: string, options: SearchOptions = {}): Promise<Outcome> {
  return outcomeOf(index, await rank(index, query, options), options);
}

/** How a ranking is shown. */
export interface Showing {
  /** How many characters a passage has at most; 240 unless said. */
  passageLength?: number | undefined;
  /** Gives the permalink of an article by its id; called where the text, which holds its address, was skipped or is lost. */
  permalink?: (id: string) => string;
  /** Whether an article whose text is lost is shown without, or left out where its title is lost, too; else the whole outcome fails. */
  goesOnWithout?: boolean;
}

/**
 * Makes of a ranking what is shown; fetches the texts of its articles, which the ranking does not need.
 * @throws as `search`.
 */
export async function outcomeOf(
  index: SearchIndex,
  ranking: Ranking,
  { passageLength = 240, permalink = (id) => id, goesOnWithout = false }: Showing = {},
): Promise<Outcome> {
  const { query, words, tier, preference } = ranking;
  const headed = await headedSection(index, query.text, ranking.maybeHeaded);
  const verdict = headed === undefined ? ranking.verdict : 'confident';
  const articles = headed === undefined ? ranking.articles : ledBy(ranking.articles, headed, index.articleOf[headed]!);
  const preliminary = tier === 'lexical' && index.manifest.model !== undefined;
  const question = { ...weigh(index, query.text, words), headed: headed ?? ranking.pinned?.section, preliminary };
  let lost: IndexError | undefined;
  const shown = await Promise.all(
    articles.map(async (found) => {
      try {
        const one = await sectionToShow(index, found, question);
        return (
          (one.section === question.headed ? undefined : await preference?.instead(one.section, found.section)) ?? one
        );
      } catch (error) {
        if (!goesOnWithout || !(error instanceof IndexError)) throw error;
        lost = error;
        return { section: found.section, text: undefined };
      }
    }),
  );
  const marked = markedTerms(index, words);
  const tells = words.map(({ alternatives }) => alternatives.some(({ terms }) => marked.telling.has(terms[0]!.term)));
  const names = await Promise.all(articles.map(({ article }, place) => index.nameOf(article, shown[place]!.section)));
  const hits = articles.flatMap(({ article, score }, position): Hit | [] => {
    const { category, firstSection } = index.core.articles[article]!;
    const { section: number, text: section } = shown[position]!;
    const name = names[position];
    if (!name) return [];
    const { id, title } = name;
    const found = { article: id, title, category: index.core.categories[category]!, score };
    if (section === undefined)
      return { ...found, href: permalink(id), headings: [], passage: { text: '', marks: [] }, bare: true };
    const { href, anchor, headings, text } = section;
    const above = [title, ...headings];
    // What stands above the passage is not looked for in it again: it begins where the rest of the question is answered.
    const said = new Set(findMatches(above.join('\n'), query.text, words, index.language).map(({ word }) => word));
    const remaining = question.weights.map((weight, word) => (said.has(word) || !tells[word] ? 0 : weight));
    const passage = excerpt(
      text,
      { text: query.text, words, weights: remaining },
      { language: index.language, maxLength: passageLength, opening: number === firstSection, above },
    );
    const marks = marksOf(passage, marked, index.language);
    return {
      ...found,
      href: anchor === '' ? href : `${href}#${anchor}`,
      headings,
      ...preference?.labelled(number, headings),
      passage: { text: passage, marks },
    };
  });
  const failure = lost ?? index.titleTables.failure;
  // What is in lost titles alone was not looked for, and what is in lost texts not shown: that nothing was found would be wrong.
  if (hits.length === 0 && failure !== undefined) throw failure;
  const texts = hits.flatMap(({ title, headings, passage }) => [title, ...headings, passage.text]);
  const taken = takenAs(query, words, texts, index.language);
  const { locale } = index.manifest;
  return {
    query: query.text,
    tier,
    verdict: hits.length === 0 ? 'none' : verdict,
    locale,
    hits,
    ...(taken !== undefined && { taken }),
    ...(ranking.categories && { categories: ranking.categories }),
    ...(ranking.variants && { variants: ranking.variants }),
  };
}

/** The articles with the one of a section first, shown by that section. */
function ledBy(articles: Ranking['articles'], section: number, article: number): Ranking['articles'] {
  const leading = articles.find((one) => one.article === article)!;
  return [{ ...leading, section }, ...articles.filter((one) => one !== leading)];
}

/** How much each word of a question counts by its rarity; characters count nothing where pairs of them do. */
function weigh(index: SearchIndex, text: string, words: readonly ResolvedWord[]) {
  const inPairs = words.some(({ word }) => word.kind === 'pair');
  const weights = words.map(({ word, alternatives }) =>
    inPairs && word.kind === 'character'
      ? 0
      : Math.max(
          0,
          ...alternatives.map(
            ({ terms, weight }) => weight * inverseDocumentFrequency(countOf(terms[0]!.postings), index.sections),
          ),
        ),
  );
  return { text, words, weights };
}
