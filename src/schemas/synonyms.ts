import { z } from 'zod';

/** content/synonyms.yaml: per locale, groups of words and phrases that mean the same to the search. */
export const synonymsSchema = z.record(
  z.string(),
  z
    .array(z.array(z.string().trim().min(1)).min(2).describe('Words or phrases that mean the same, at least two.'))
    .describe('Groups of words that mean the same, such as [refund, money back].'),
);
