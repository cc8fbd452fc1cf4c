import type { SearchIndex } from '../index/search-index.ts';
import { SUBJECTS } from '../parameters.ts';
import type { Ranking } from '../rank/ranking.ts';
import { writtenWords } from '../text/written-words.ts';
import { clusters } from './clusters.ts';

/** What a question may be about. */
export interface Subject {
  /** Words of the site that tell it from the others: a title, or as much of one as it takes, or a category. */
  label: string;
  /** Numbers of its articles, best first. */
  articles: number[];
}

/**
 * The two to four subjects that a question without a sure answer may be about, best first: the articles that rank closest,
 * put together by meaning; none where an answer is sure, where all are about one thing or about too many, or where there are no vectors to
 * tell by.
 * @throws IndexError for a damaged file; whatever `fetchFile` throws.
 */
export async function subjectsOf(index: SearchIndex, { verdict, tier, articles }: Ranking): Promise<Subject[]> {
  const [first] = articles;
  if (!first || verdict === 'confident' || tier === 'lexical') return [];
  const close = articles.slice(0, SUBJECTS.articles).filter(({ score }) => score >= first.score * SUBJECTS.close);
  const vectors = await index.semantic.vectorsOf(close.map(({ section }) => section));
  if (!vectors) return [];
  const groups = clusters(vectors, SUBJECTS).map((members) => members.map((place) => close[place]!.article));
  const found = isFew(groups)
    ? groups
    : byCategory(
        index,
        close.map(({ article }) => article),
      );
  if (!isFew(found)) return [];
  // A ranking by a subject fetches it without the rest.
  const { chosenArticles } = await import('./chosen.ts');
  const labels = labelsOf(index, found, chosenArticles);
  return new Set(labels).size === labels.length
    ? found.map((group, place) => ({ label: labels[place]!, articles: group }))
    : [];
}

function isFew({ length }: readonly unknown[]): boolean {
  return length >= 2 && length <= SUBJECTS.most;
}

/** Where articles are about too many things, the owner's own order of them may still be short. */
function byCategory({ core }: SearchIndex, articles: readonly number[]): number[][] {
  return [...Map.groupBy(articles, (article) => core.articles[article]!.category).values()];
}

function labelsOf(
  index: SearchIndex,
  groups: readonly number[][],
  chosenArticles: typeof import('./chosen.ts').chosenArticles,
): string[] {
  const { articles, categories } = index.core;
  const categoriesOf = groups.map((group) => new Set(group.map((article) => articles[article]!.category)));
  const whole = groups.map((group, place) => {
    const [category] = categoriesOf[place]!;
    const isOwn = categoriesOf.every((other, at) => at === place || !other.has(category!));
    return group.length > 1 && categoriesOf[place]!.size === 1 && isOwn
      ? { category: categories[category!]! }
      : { title: articles[group[0]!]!.title };
  });
  const titles = whole.flatMap(({ title }) => title ?? []);
  const shared = titles.length === groups.length ? sharedEnds(titles) : { before: 0, after: 0 };
  return whole.map(({ category, title }, place) => {
    if (title === undefined) return category!;
    const short = withoutShared(index, title, shared);
    // A part of a title is enough where it names this article and no other.
    const named = short === title ? undefined : chosenArticles(index, short);
    return named?.size === 1 && named.has(groups[place]![0]!) ? short : title;
  });
}

const SPACE = / +/;

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

/** What a title says beside the words that all begin and end with; all of it where that says nothing. */
function withoutShared(
  { language }: SearchIndex,
  title: string,
  { before, after }: { before: number; after: number },
): string {
  if (before + after === 0) return title;
  const words = title.split(SPACE);
  const rest = words.slice(before, words.length - after);
  while (rest.length > 1 && writtenWords(rest[0]!, language).every(({ isStopWord }) => isStopWord)) rest.shift();
  const says = writtenWords(rest.join(' '), language).some(({ isStopWord }) => !isStopWord);
  return says ? rest.join(' ') : title;
}
