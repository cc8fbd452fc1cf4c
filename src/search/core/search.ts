import { excerpt } from './excerpt/excerpt.ts';
import { markedTerms, marksOf } from './excerpt/marks.ts';
import { findMatches } from './excerpt/matches.ts';
import { IndexError } from './format/index-error.ts';
import { countOf } from './index/postings.ts';
import type { SearchIndex } from './index/search-index.ts';
import type { SectionText } from './index/text-shard.ts';
import { sectionToShow } from './landing.ts';
import type { RankedArticle } from './orama/orama-database.ts';
import type { ResolvedWord } from './query/resolve.ts';
import { takenAs } from './query/taken-as.ts';
import { headedSection } from './rank/headings.ts';
import { inverseDocumentFrequency } from './rank/lexical.ts';
import { order } from './rank/rank.ts';
import type { Ordered, RankOptions } from './rank/ranking.ts';
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
  return outcomeOf(index, await order(index, query, options), options);
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
  ranking: Ordered,
  { passageLength = 240, permalink = (id) => id, goesOnWithout = false }: Showing = {},
): Promise<Outcome> {
  const { query, words, tier, preference } = ranking;
  const preliminary = tier === 'lexical' && index.manifest.model !== undefined;
  const question = { ...weigh(index, query.text, words), preliminary };
  let lost: IndexError | undefined;
  const show = async (found: RankedArticle, headed: number | undefined): Promise<ShownArticle> => {
    try {
      const one = await sectionToShow(index, found, { ...question, headed });
      return { found, ...((one.section !== headed && (await preference?.instead(one.section, found.section))) || one) };
    } catch (error) {
      if (!goesOnWithout || !(error instanceof IndexError)) throw error;
      lost = error;
      return { found, section: found.section, text: undefined };
    }
  };
  // None of these needs the others: one after the other they would be three waits.
  const [judgement, headed, inOrder] = await Promise.all([
    ranking.judged(),
    headedSection(index, query.text, ranking.maybeHeaded),
    Promise.all(ranking.articles.map((found) => show(found, ranking.pinned?.section))),
  ]);
  const verdict = headed === undefined ? judgement.verdict : 'confident';
  const leading = inOrder.find(({ found }) => headed !== undefined && found.article === index.articleOf[headed]);
  const shown = leading
    ? [await show({ ...leading.found, section: headed! }, headed), ...inOrder.filter((one) => one !== leading)]
    : inOrder;
  const marked = markedTerms(index, words);
  const tells = words.map(({ alternatives }) => alternatives.some(({ terms }) => marked.telling.has(terms[0]!.term)));
  const names = await Promise.all(shown.map(({ found, section }) => index.nameOf(found.article, section)));
  const hits = shown.flatMap(({ found: { article, score }, section: number, text: section }, position): Hit | [] => {
    const { category, firstSection } = index.core.articles[article]!;
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

/** An article with the section of it that is shown; its text is undefined where it was skipped or is lost. */
interface ShownArticle {
  found: RankedArticle;
  section: number;
  text: SectionText | undefined;
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
