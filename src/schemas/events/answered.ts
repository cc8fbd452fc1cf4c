import { z } from 'zod';
import { articleId, envelope } from './common.ts';

/** The customer said that the question is answered. */
export const answeredEvent = z.strictObject({
  ...envelope,
  type: z.literal('answered'),
  article: articleId.nullable().describe('The article that answered; null when none can be named.'),
  via: z.enum(['helpful', 'form']).describe('Below the article, or while writing to a person.'),
});
