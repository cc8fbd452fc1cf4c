import type { SearchIndex } from '../index/search-index.ts';
import { termsOf } from '../text/tokenize.ts';

/** The articles that a subject names: those of this title, else those of this category, else those whose titles say all of its words. */
export function chosenArticles({ core, language }: SearchIndex, subject: string): ReadonlySet<number> {
  const where = (is: (article: { title: string; category: number }) => boolean): Set<number> =>
    new Set(core.articles.flatMap((article, number) => (is(article) ? [number] : [])));
  const titled = where(({ title }) => title === subject);
  if (titled.size > 0) return titled;
  const inCategory = where(({ category }) => core.categories[category] === subject);
  if (inCategory.size > 0) return inCategory;
  const terms = termsOf(subject, language);
  if (terms.size === 0) return new Set();
  return where(({ title }) => {
    const own = termsOf(title, language);
    return [...terms].every((term) => own.has(term));
  });
}
