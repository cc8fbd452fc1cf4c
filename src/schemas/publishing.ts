import { z } from 'zod';
import { moment } from './day.ts';
import { instantOf } from './instant.ts';

/** Front matter that decides whether and where an article is published. */
export const publishingFields = {
  draft: z.boolean().default(false).describe('True keeps the article out of the built site.'),
  unlisted: z
    .boolean()
    .default(false)
    .describe('True builds the page but keeps it out of lists, search, feeds and the sitemap.'),
  publish_at: moment
    .optional()
    .describe(
      'The day from which builds include the article, or the day and time (2026-05-01 14:30) in the time zone of the site; builds before it treat it as a draft.',
    ),
  expires_at: moment
    .optional()
    .describe(
      'The day, or the day and time in the time zone of the site, from which builds no longer include the article.',
    ),
};

/** When an article is published and when no longer. */
export interface PublishingTimes {
  publish_at?: Date | undefined;
  expires_at?: Date | undefined;
}

/** The times as the clocks of the site's zone show them; a day alone is its beginning. */
export function publishingTimes(
  { publish_at: from, expires_at: until }: { publish_at?: string | undefined; expires_at?: string | undefined },
  timeZone: string,
): Record<keyof PublishingTimes, Date | undefined> {
  const instant = (written: string | undefined): Date | undefined =>
    written === undefined ? undefined : new Date(instantOf(written, timeZone));
  return { publish_at: instant(from), expires_at: instant(until) };
}

/** What of an article decides whether it is built. */
export interface Publishing extends PublishingTimes {
  draft: boolean;
}

/** Whether a build at the time `now` has a page for the article: no draft, its time come and not past. */
export function isBuilt({ draft, publish_at, expires_at }: Publishing, now: Date = new Date()): boolean {
  return !draft && (publish_at === undefined || publish_at <= now) && (expires_at === undefined || expires_at > now);
}
