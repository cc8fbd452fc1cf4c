import type { SearchIndex } from '../index/search-index.ts';
import type { Ranking } from '../rank/ranking.ts';
import type { VariantPreference } from '../variants/variant-preference.ts';
import type { RankedArticle } from './orama-database.ts';
import type { Properties } from './section-documents.ts';

/** What is wanted of the articles; of a property with several values all. */
export type Filters = { [Name in keyof Properties]?: Properties[Name] | undefined };

/** What was found, as pages count and filter it. */
interface Facets {
  /** Those that have what is wanted; none where nothing is wanted, or nothing has it. */
  filtered: RankedArticle[];
  /** Each property is counted over what the filters by the others leave. */
  counts: Pick<Ranking, 'categories' | 'variants'>;
}

/** Counts and filters the articles found, by their categories and by the values that their texts are for. */
export function facetsOf(
  index: SearchIndex,
  query: string,
  found: readonly RankedArticle[],
  { category, variants }: Filters,
  preference: VariantPreference | undefined,
): Facets {
  const { articleOf, core, orama } = index;
  const propertiesOf = (article: number): Properties => ({
    category: core.categories[core.articles[article]!.category]!,
    variants: preference?.valuesIn(article) ?? [],
  });
  const within = (where: Filters): RankedArticle[] => {
    const among = new Set<number>();
    articleOf.forEach((article, section) => {
      if (hasAll(propertiesOf(article), where)) among.add(section + 1);
    });
    const { hits } = orama.ofFound(query, found, { where: { ...where } }, { propertiesOf, among });
    const inside = new Set(hits.map(({ document }) => document.article));
    return found.filter(({ article }) => inside.has(article));
  };
  const countsOf = (some: readonly RankedArticle[], property: keyof Properties): [string, number][] => {
    const { facets } = orama.ofFound(query, some, { facets: { [property]: { limit: Infinity } } }, { propertiesOf });
    return Object.entries(facets?.[property]?.values ?? {});
  };
  return {
    filtered: category || variants ? within({ category, variants }) : [],
    counts: {
      categories: countsOf(within({ variants }), 'category'),
      ...(preference && { variants: preference.counts(countsOf(within({ category }), 'variants')) }),
    },
  };
}

function hasAll(its: Properties, { category, variants = [] }: Filters): boolean {
  return (!category || its.category === category) && variants.every((value) => its.variants.includes(value));
}
