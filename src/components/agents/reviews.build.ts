import { type Review, reviewOf } from '../../agents/review.ts';
import { REVIEWS_IN_FILE, reviewFile } from '../../agents/review-files.ts';
import { articlePages } from '../../data/articles.ts';
import { locales, urls } from '../../data/site.ts';
import type { ReviewFiles } from './reviews.ts';

/** Dates that the agents' page holds itself, for all languages together: some 60 kB. More are in files. */
const IN_PAGE = 600;

/** How fresh the articles of the site are: by locale and id in the page, or in so many files of each locale. */
interface AllReviews {
  reviews: Record<string, Record<string, Review>>;
  /** Left out where the page has them. */
  files?: Record<string, ReviewFiles>;
}

/** What the agents' page is told of dates. */
export async function reviewsInPage(): Promise<AllReviews> {
  const all = await reviewsByLocale();
  const total = all.reduce((sum, [, reviews]) => sum + reviews.length, 0);
  if (total <= IN_PAGE)
    return { reviews: Object.fromEntries(all.map(([code, own]) => [code, Object.fromEntries(own)])) };
  return {
    reviews: Object.fromEntries(all.map(([code]) => [code, {}])),
    files: Object.fromEntries(
      all.map(([code, own]) => [
        code,
        { folder: `${urls.agents(code)}reviews/`, count: Math.max(1, Math.ceil(own.length / REVIEWS_IN_FILE)) },
      ]),
    ),
  };
}

/** The files of dates; none on a site whose agents' page has them. */
export async function reviewFiles(): Promise<{ locale: string; file: number; reviews: Record<string, Review> }[]> {
  const { files } = await reviewsInPage();
  if (!files) return [];
  return (await reviewsByLocale()).flatMap(([locale, own]) => {
    const { count } = files[locale]!;
    const parts = Map.groupBy(own, ([id]) => reviewFile(id, count));
    return Array.from({ length: count }, (_, file) => ({
      locale,
      file,
      reviews: Object.fromEntries(parts.get(file) ?? []),
    }));
  });
}

/** By the locale that articles are written in. */
async function reviewsByLocale(): Promise<[locale: string, reviews: [id: string, Review][]][]> {
  const pages = Map.groupBy(
    (await articlePages()).filter((page) => !page.fallback),
    ({ locale }) => locale,
  );
  return locales.map(({ code }) => [
    code,
    (pages.get(code) ?? []).map(({ id, entry }): [string, Review] => [id, reviewOf(entry.data)]),
  ]);
}
