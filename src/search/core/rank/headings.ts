import type { SearchIndex } from '../index/search-index.ts';
import { looseKey } from '../index/titles.ts';
import type { RankedArticle } from '../orama/orama-database.ts';
import type { ResolvedWord } from '../query/resolve.ts';
import { says } from './lexical.ts';

/** Articles, and sections of these, of which it is read whether the query is their heading. */
const FIRST = { articles: 3, sections: 6 };

/**
 * The sections of the first articles that may have the query as their heading: those that say every word of it.
 * @param scores Fused scores by section.
 */
export function sectionsThatSayAll(
  index: SearchIndex,
  words: readonly ResolvedWord[],
  articles: readonly RankedArticle[],
  scores: Float32Array,
): number[] {
  if (words.length === 0) return [];
  return articles
    .slice(0, FIRST.articles)
    .flatMap(({ article }) => {
      const { firstSection, sections } = index.core.articles[article]!;
      return Array.from({ length: sections }, (_, place) => firstSection + place);
    })
    .filter((section) => words.every((word) => word.extra || says({ firstSection: section, sections: 1 }, word)))
    .sort((one, other) => scores[other]! - scores[one]!)
    .slice(0, FIRST.sections);
}

/**
 * Which of some sections has the query as its heading; undefined where none has, or those of several articles have, as they
 * have `Before you begin`. A section that continues a long one has its heading, too: the first one is meant.
 * @throws as `search`
 */
export async function headedSection(
  index: SearchIndex,
  query: string,
  sections: readonly number[],
): Promise<number | undefined> {
  const asked = looseKey(query, index.language);
  const headed = await Promise.all(
    sections.map(async (section) => {
      const heading = (await index.text(section).catch(() => undefined))?.headings.at(-1);
      return heading !== undefined && looseKey(heading, index.language) === asked;
    }),
  );
  const found = sections.filter((_, place) => headed[place]);
  const [first] = found.sort((one, other) => one - other);
  return found.every((section) => index.articleOf[section] === index.articleOf[first!]) ? first : undefined;
}
