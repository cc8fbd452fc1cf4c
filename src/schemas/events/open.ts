import { z } from 'zod';
import { articleId, envelope } from './common.ts';

/** An article was shown. */
export const openEvent = z.strictObject({
  ...envelope,
  type: z.literal('open'),
  article: articleId,
  from: z
    .enum(['search', 'suggestion', 'link', 'outside'])
    .describe('From search results, from a suggestion while writing to a person, from another page of the site, or from elsewhere.'),
});
