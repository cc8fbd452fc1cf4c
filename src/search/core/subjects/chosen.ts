import type { SearchIndex } from '../index/search-index.ts';
import { termsOf } from '../text/tokenize.ts';

/**
 * The articles that a subject names: those of this title, else those of this category, else those whose titles, where
 * they are at hand, say all of its words.
 */
export async function chosenArticles(index: SearchIndex, subject: string): Promise<ReadonlySet<number>> {
  const { core, language } = index;
  const alike = await index.titles.titled(subject);
  const names = await Promise.all(alike.map((article) => index.nameOf(article)));
  const titled = alike.filter((_, place) => names[place]?.title === subject);
  if (titled.length > 0) return new Set(titled);
  const inCategory = core.articles.flatMap(({ category }, number) =>
    core.categories[category] === subject ? [number] : [],
  );
  if (inCategory.length > 0) return new Set(inCategory);
  const terms = termsOf(subject, language);
  if (terms.size === 0) return new Set();
  return new Set(
    (core.names ?? []).flatMap(({ title }, number) => {
      const own = termsOf(title, language);
      return [...terms].every((term) => own.has(term)) ? [number] : [];
    }),
  );
}
