import { z } from 'zod';
import { articleId, envelope } from './common.ts';

/** The customer said that an article did not help. A reason given afterwards comes as a second event of the same visit. */
export const notHelpfulEvent = z.strictObject({
  ...envelope,
  type: z.literal('not-helpful'),
  article: articleId,
  reason: z.enum(['unclear', 'incomplete', 'wrong', 'different']).nullable().describe('What the customer chose; null before or without a choice.'),
});
