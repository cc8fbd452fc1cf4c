import type { Article, HelpCenter } from '../../../src/content/types.ts';
import { dayText } from '../../../src/schemas/day.ts';
import { inertText, LONGEST_BODY } from '../github/inert-text.ts';

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

/** More reviews than this are no list for a day's work. */
const MOST = 200;
/** Of so many, those of each owner that show. */
const FEW = 20;

/**
 * For a terminal: a line an article, below its owner. '' when nothing is due. Of hundreds the longest due of each owner,
 * unless `whole` asks for all.
 */
export function reviewsText(reviews: readonly DueReview[], whole = false): string {
  const shown = whole || reviews.length <= MOST ? reviews.length : FEW;
  return byOwner(reviews)
    .map(([owner, own]) => {
      const lines = own.slice(0, shown).map(({ due, file, title }) => `  ${due}  ${file}  ${title}`);
      const more = own.length > shown ? [`  and ${own.length - shown} more: npm run reviews -- --all`] : [];
      return `${owner}\n${[...lines, ...more].join('\n')}\n`;
    })
    .join('\n');
}

/** For an issue: a list with boxes to tick, below each owner, as long as GitHub takes it. What articles say is text in it, and mentions nobody. '' when nothing is due. */
export function reviewsMarkdown(reviews: readonly DueReview[]): string {
  if (reviews.length === 0) return '';
  let left = LONGEST_BODY;
  let omitted = 0;
  const lists = byOwner(reviews).flatMap(([owner, own]) => {
    const head = `## ${inertText(owner)}\n\n`;
    left -= head.length;
    const items = own.flatMap((review) => {
      const item = `- [ ] ${inertText(review.title)} (${inertText(review.file)}), ${when(review)}\n`;
      left -= item.length;
      if (left >= 0) return [item];
      omitted += 1;
      return [];
    });
    return items.length > 0 ? [`${head}${items.join('')}`] : [];
  });
  const more =
    omitted > 0 ? `\n${omitted} more do not fit here; \`npm run reviews -- --all\` lists all of them.\n` : '';
  const next =
    'Read each article again, correct what is no longer true, and set `review_by` to the day for the next look.';
  return `${next} This list is written anew each week.\n\n${lists.join('\n')}${more}`;
}

function when({ due, days }: DueReview): string {
  if (days < 0) return `due on ${due}`;
  return days === 0 ? 'due today' : `due since ${due}`;
}

function byOwner(reviews: readonly DueReview[]): [owner: string, own: DueReview[]][] {
  return [...Map.groupBy(reviews, ({ owner }) => owner ?? 'Nobody in particular')];
}
