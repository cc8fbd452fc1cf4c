import { z } from 'zod';
import { articleId, envelope } from './common.ts';

/** A question that came to rest: a result was opened, another question was asked, or the page was left. */
export const searchEvent = z.strictObject({
  ...envelope,
  type: z.literal('search'),
  query: z.string().min(1).max(300).optional().describe('The words, without addresses and long numbers; only when the site’s owner chose so.'),
  length: z.int().min(1).max(10_000).describe('How many characters the question had.'),
  verdict: z.enum(['confident', 'related', 'none']).describe('How sure the ranking was that its first article answers.'),
  tier: z.enum(['lexical', 'instant', 'deep']).describe('Which tier ranked what was shown last.'),
  results: z.int().min(0).max(1000).describe('How many articles were shown.'),
  rank: z.int().min(1).max(1000).nullable().describe('The place of the result that was opened, from 1; null when none was.'),
  article: articleId.nullable().describe('The article that was opened from the results; null when none was.'),
});
