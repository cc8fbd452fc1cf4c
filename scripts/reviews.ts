import { relative, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { contentRoot } from '../src/content/content-root.ts';
import { readCachedHelpCenter } from '../src/content/parse-cache.ts';
import { typedPath } from '../src/terminal/typed-path.ts';
import { fail } from './lib/cli/fail.ts';
import { dueReviews, reviewsMarkdown, reviewsText } from './lib/reviews/due-reviews.ts';

const { markdown, within, all } = new Command('npm run reviews --')
  .description('Lists the articles whose review is due (review_by), by owner, the longest due first.')
  .option('--markdown', 'as the body of an issue; nothing when nothing is due', false)
  .option('--within <days>', 'also those that are due in so many days', days, 0)
  .option('--all', 'each of them, also where there are hundreds', false)
  .parse()
  .opts<{ markdown: boolean; within: number; all: boolean }>();

await list().catch(fail);

async function list(): Promise<void> {
  const center = await readCachedHelpCenter(contentRoot());
  const place = (file: string): string => relative(typedPath('.'), resolve(center.root, file)).replaceAll('\\', '/');
  const reviews = dueReviews(center, new Date(), within).map((review) => ({ ...review, file: place(review.file) }));
  if (markdown) process.stdout.write(reviewsMarkdown(reviews));
  else process.stdout.write(reviewsText(reviews, all) || `${pc.green('✓')} No review is due.\n`);
}

function days(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('a whole number of days');
  return Number(text);
}
