import type { SearchIndex } from '../index/search-index.ts';
import type { RankedArticle } from '../orama/orama-database.ts';
import { SUBJECTS } from '../parameters.ts';
import type { Ranking, RankOptions } from '../rank/ranking.ts';
import { termsOf } from '../text/tokenize.ts';
import { writtenWords } from '../text/written-words.ts';

/** An article that a question may be about, with the section that tells what it is about. */
type Candidate = Pick<RankedArticle, 'article' | 'section'>;

/** Articles that a question may be about, best first. */
export interface Candidates {
  articles: Candidate[];
  /** Whether their titles have the question in them, so that each is a subject of its own. */
  titled: boolean;
}

/** Which articles a ranking was asked for. */
export type Wanted = Pick<RankOptions, 'category' | 'without'>;

/**
 * The articles that a question may be about: where two to four titles begin with it, or say all of its words, these; else those that
 * rank closest, together with up to four that say all of its words in their texts, which its meaning alone may have left behind.
 */
export async function candidatesOf(
  index: SearchIndex,
  { query, words, articles }: Ranking,
  { category, without }: Wanted = {},
): Promise<Candidates> {
  const { core, language } = index;
  const asked = words.filter(({ extra }) => !extra);
  const saidIn = asked.map(({ alternatives }) => sectionsWith(alternatives));
  const places = new Map(articles.map(({ article }, place) => [article, place]));
  const placeOf = (article: number): number => places.get(article) ?? articles.length;
  const listed = (some: readonly number[]): Candidate[] =>
    some
      .toSorted((one, other) => placeOf(one) - placeOf(other))
      .map((article) => ({ article, section: telling(index, article, saidIn) }));

  const isOfCategory = (article: number): boolean =>
    category === undefined || core.categories[core.articles[article]!.category] === category;
  /** Those that are wanted, with their titles. */
  const wanted = async (some: readonly number[]): Promise<Map<number, string>> => {
    const its = some.filter(isOfCategory);
    const names = await Promise.all(its.map((article) => index.nameOf(article)));
    return new Map(
      its.flatMap((article, place) => {
        const name = names[place];
        return name && !without?.(name.id) ? [[article, name.title] as const] : [];
      }),
    );
  };

  const beginning = writtenWords(query.text, language).length > 1 ? await index.titles.begunBy(query.text) : [];
  const begun = core.names || beginning.length <= SUBJECTS.articles ? [...(await wanted(beginning)).keys()] : [];
  if (isFew(begun)) return { articles: listed(begun), titled: true };

  const said = saidIn.map((sections) => new Set([...sections].map((section) => index.articleOf[section]!)));
  const [first, ...others] = said;
  const all = [...(first ?? [])].filter((article) => others.every((more) => more.has(article)));
  // Names that are not at hand are read of what was ranked, which is shown anyway.
  const titles = await wanted(core.names ? all : all.filter((article) => places.has(article)));
  const everywhere = [...titles.keys()];
  const named = everywhere.filter((article) => {
    const own = termsOf(titles.get(article)!, language);
    return asked.every(({ alternatives }) =>
      alternatives.some(({ terms }) => terms.every(({ term }) => own.has(term))),
    );
  });
  if (isFew(named)) return { articles: listed(named), titled: true };

  const close = articles.filter(({ score }) => score >= articles[0]!.score * SUBJECTS.close);
  const saying = everywhere.length <= SUBJECTS.most ? listed(everywhere) : [];
  const found = new Map([...close.slice(0, 1), ...saying, ...close].map((one) => [one.article, one]));
  return { articles: [...found.values()].slice(0, SUBJECTS.articles), titled: false };
}

/** Whether so many can be asked about in a line. */
export function isFew({ length }: readonly unknown[]): boolean {
  return length >= 2 && length <= SUBJECTS.most;
}

/** The sections that say a word in any of its forms. */
function sectionsWith(alternatives: Ranking['words'][number]['alternatives']): Set<number> {
  return new Set(
    alternatives.flatMap(({ terms: [first, ...others] }) =>
      first
        ? [...first.postings.sections].filter((section) =>
            others.every(({ postings }) => postings.sections.includes(section)),
          )
        : [],
    ),
  );
}

/** The section of an article that says most of the words, the first of several. */
function telling({ core }: SearchIndex, article: number, saidIn: readonly ReadonlySet<number>[]): number {
  const { firstSection, sections } = core.articles[article]!;
  const says = (section: number): number => saidIn.filter((said) => said.has(section)).length;
  return Array.from({ length: sections }, (_, offset) => firstSection + offset).reduce((best, section) =>
    says(section) > says(best) ? section : best,
  );
}
