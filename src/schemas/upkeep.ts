import { z } from 'zod';
import { day } from './day.ts';

/** Front matter that says who keeps an article right, and of which text it is the translation. */
export const upkeepFields = {
  owner: z.string().trim().min(1).optional().describe('Who answers for the article: a person or a team. Not shown to customers.'),
  review_by: day.optional().describe('The day by which the owner reads the article again; the check reminds from then on.'),
  source_hash: z
    .string()
    .regex(/^[0-9a-f]{6}( [0-9a-f]{6})+$/, 'fingerprints as npm run translations -- --accept writes them')
    .optional()
    .describe('In a translation: fingerprints of the paragraphs it was made from, by which the check finds what changed since.'),
};
