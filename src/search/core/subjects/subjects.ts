import type { SearchIndex } from '../index/search-index.ts';
import { SUBJECTS } from '../parameters.ts';
import type { Ranking } from '../rank/ranking.ts';
import type { TermKind } from '../text/token.ts';
import { writtenWords } from '../text/written-words.ts';
import { candidatesOf, isFew, type Wanted } from './candidates.ts';
import { clusters } from './clusters.ts';

/** What a question may be about. */
export interface Subject {
  /** Words of the site that tell it from the others: a title, or as much of one as it takes, or a category. */
  label: string;
  /** Numbers of its articles, best first. */
  articles: number[];
}

/**
 * The two to four subjects that a question without a sure answer may be about, best first: the articles that may be meant,
 * put together by meaning. None where an answer is sure, where a whole sentence has one that is nearly sure, where all are about
 * one thing or about too many, or where there are no vectors to tell by.
 * @throws IndexError for a damaged file; whatever `fetchFile` throws.
 */
export async function subjectsOf(index: SearchIndex, ranking: Ranking, wanted: Wanted = {}): Promise<Subject[]> {
  const { verdict, tier, confidence, words, articles } = ranking;
  if (articles.length === 0 || verdict === 'confident' || tier === 'lexical') return [];
  if (lengthOf(words) > SUBJECTS.sentence && confidence > SUBJECTS.doubt) return [];
  const { articles: candidates, titled } = await candidatesOf(index, ranking, wanted);
  const vectors = await index.semantic.vectorsOf(candidates.map(({ section }) => section));
  if (!vectors) return [];
  const likeness = titled ? { ...SUBJECTS, same: SUBJECTS.sameTitled } : SUBJECTS;
  const groups = clusters(vectors, likeness).map((members) => members.map((place) => candidates[place]!.article));
  const found = isFew(groups)
    ? groups
    : byCategory(
        index,
        candidates.map(({ article }) => article),
      );
  if (!isFew(found)) return [];
  // A ranking by a subject fetches it without the rest.
  const { chosenArticles } = await import('./chosen.ts');
  const labels = await labelsOf(index, found, chosenArticles);
  return new Set(labels).size === labels.length
    ? found.map((group, place) => ({ label: labels[place]!, articles: group }))
    : [];
}

/** How many words a question says; of languages without spaces, two signs are one. */
function lengthOf(words: Ranking['words']): number {
  return words.reduce((sum, { word, extra }) => sum + (extra ? 0 : (LENGTH[word.kind] ?? 0)), 0);
}

const LENGTH: Partial<Record<TermKind, number>> = { word: 1, whole: 1, character: 0.5 };

/** Where articles are about too many things, the owner's own order of them may still be short. */
function byCategory({ core }: SearchIndex, articles: readonly number[]): number[][] {
  return [...Map.groupBy(articles, (article) => core.articles[article]!.category).values()];
}

async function labelsOf(
  index: SearchIndex,
  groups: readonly number[][],
  chosenArticles: typeof import('./chosen.ts').chosenArticles,
): Promise<string[]> {
  const { articles, categories } = index.core;
  const names = await Promise.all(groups.map(([first]) => index.nameOf(first!)));
  const categoriesOf = groups.map((group) => new Set(group.map((article) => articles[article]!.category)));
  const whole = groups.map((group, place) => {
    const [category] = categoriesOf[place]!;
    const isOwn = categoriesOf.every((other, at) => at === place || !other.has(category!));
    return group.length > 1 && categoriesOf[place]!.size === 1 && isOwn
      ? { category: categories[category!]! }
      : { title: names[place]?.title ?? '' };
  });
  const titles = whole.flatMap(({ title }) => title ?? []);
  const shared = titles.length === groups.length ? sharedEnds(titles) : { before: 0, after: 0 };
  const short = whole.map(({ title }) => (title === undefined ? '' : withoutShared(index, title, shared)));
  // Parts of titles are enough where each names its article and no other.
  const chosen = await Promise.all(short.map((part) => chosenArticles(index, part)));
  const areEnough = chosen.every((named, place) => named.size === 1 && named.has(groups[place]![0]!));
  return whole.map(({ category, title }, place) => category ?? (areEnough ? short[place]! : title!));
}

const SPACE = / +/;
const QUESTION = /[?？؟]$/;

/** How many words all titles begin and end with. */
function sharedEnds(titles: readonly string[]): { before: number; after: number } {
  const words = titles.map((title) => title.split(SPACE));
  const [first = []] = words;
  const shortest = Math.min(...words.map(({ length }) => length));
  const same = (at: (of: string[]) => string | undefined): boolean => words.every((of) => at(of) === at(first));
  let before = 0;
  while (before < shortest - 1 && same((of) => of[before])) before++;
  let after = 0;
  while (before + after < shortest - 1 && same((of) => of.at(-1 - after))) after++;
  return { before, after };
}

/**
 * What a title says beside the words that all begin and end with; all of it where that says nothing, where only small words are shared
 * (`If the LED is red`), and where it is a question, which is none without its beginning.
 */
function withoutShared(
  { language }: SearchIndex,
  title: string,
  { before, after }: { before: number; after: number },
): string {
  if (QUESTION.test(title)) return title;
  const words = title.split(SPACE);
  const from = words.length - after;
  const says = (some: readonly string[]): boolean =>
    writtenWords(some.join(' '), language).some(({ isStopWord }) => !isStopWord);
  const rest = words.slice(before, from);
  return says(rest) && says([...words.slice(0, before), ...words.slice(from)]) ? rest.join(' ') : title;
}
