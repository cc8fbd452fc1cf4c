import type { Article, HelpCenter } from '../../../src/content/types.ts';
import { dayText } from '../../../src/schemas/day.ts';
import { inertText } from '../github/inert-text.ts';

const DAY = 24 * 60 * 60 * 1000;

/** An article that its owner should read again. */
export interface DueReview {
  file: string;
  title: string;
  /** Who answers for it, when the front matter says so. */
  owner: string | undefined;
  /** The day by which it was to be read, such as 2026-05-01. */
  due: string;
  /** Days since then; 0 on the day itself, less before it. */
  days: number;
}

/**
 * The articles whose review_by is today, past or at most `within` days away, the longest due first. Drafts are left out:
 * nobody reads what they say.
 */
export function dueReviews({ articles }: Pick<HelpCenter, 'articles'>, today: Date, within = 0): DueReview[] {
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  const days = (review: Date): number => Math.floor((midnight - review.getTime()) / DAY);
  return articles
    .filter((article): article is Article & { review_by: Date } => !article.draft && article.review_by !== undefined)
    .map(({ file, title, owner, review_by }) => ({
      file,
      title,
      owner,
      due: dayText(review_by),
      days: days(review_by),
    }))
    .filter((review) => review.days >= -within)
    .sort((a, b) => b.days - a.days || (a.file < b.file ? -1 : 1));
}

/** For a terminal: a line an article, below its owner. '' when nothing is due. */
export function reviewsText(reviews: readonly DueReview[]): string {
  return byOwner(reviews)
    .map(([owner, own]) => `${owner}\n${own.map(({ due, file, title }) => `  ${due}  ${file}  ${title}`).join('\n')}\n`)
    .join('\n');
}

/** For an issue: a list with boxes to tick, below each owner. What articles say is text in it, and mentions nobody. '' when nothing is due. */
export function reviewsMarkdown(reviews: readonly DueReview[]): string {
  if (reviews.length === 0) return '';
  const lists = byOwner(reviews).map(
    ([owner, own]) =>
      `## ${inertText(owner)}\n\n${own.map((review) => `- [ ] ${inertText(review.title)} (${inertText(review.file)}), ${when(review)}\n`).join('')}`,
  );
  const next =
    'Read each article again, correct what is no longer true, and set `review_by` to the day for the next look.';
  return `${next} This list is written anew each week.\n\n${lists.join('\n')}`;
}

function when({ due, days }: DueReview): string {
  if (days < 0) return `due on ${due}`;
  return days === 0 ? 'due today' : `due since ${due}`;
}

function byOwner(reviews: readonly DueReview[]): [owner: string, own: DueReview[]][] {
  return [...Map.groupBy(reviews, ({ owner }) => owner ?? 'Nobody in particular')];
}
