import { z } from 'zod';
import { line } from './line.ts';

/** One agreed word and the words it replaces. */
const termSchema = z.strictObject({
  say: line.describe('The word to use.'),
  not: z.array(line).min(1).describe('Words to avoid.'),
  because: line.optional().describe('The reason, shown with the problem.'),
});

/** content/terms.yaml: per locale, which words to say and which not. */
export const termsSchema = z.record(
  z.string(),
  z.array(termSchema).describe('Terms of one locale, such as { say: sign in, not: [log in] }.'),
);

export type Term = z.infer<typeof termSchema>;
export type Terms = z.infer<typeof termsSchema>;
