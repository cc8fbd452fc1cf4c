import { z } from 'zod';
import { day } from './day.ts';

/** Front matter that decides whether and where an article is published. */
export const publishingFields = {
  draft: z.boolean().default(false).describe('True keeps the article out of the built site.'),
  unlisted: z
    .boolean()
    .default(false)
    .describe('True builds the page but keeps it out of lists, search, feeds and the sitemap.'),
  publish_at: day
    .optional()
    .describe('The first day (UTC) on which a build includes the article; builds before it treat it as a draft.'),
  expires_at: day.optional().describe('The first day (UTC) on which builds no longer include the article.'),
};

/** What of an article decides whether it is built. */
export interface Publishing {
  draft: boolean;
  publish_at?: Date | undefined;
  expires_at?: Date | undefined;
}

/** Whether a build at the time `now` has a page for the article: no draft, its first day come, its last day not past. */
export function isBuilt({ draft, publish_at, expires_at }: Publishing, now: Date = new Date()): boolean {
  return !draft && (publish_at === undefined || publish_at <= now) && (expires_at === undefined || expires_at > now);
}
