import { z } from 'zod';
import { line } from './line.ts';

/** content/synonyms.yaml: per locale, groups of words and phrases that mean the same to the search. */
export const synonymsSchema = z.record(
  z.string(),
  z
    .array(z.array(line).min(2).describe('Words or phrases that mean the same, at least two.'))
    .describe('Groups of words that mean the same, such as [refund, money back].'),
);
