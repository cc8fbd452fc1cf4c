import { z } from 'zod';
import { articleId } from './article.ts';
import { line } from './line.ts';

const question = line.max(400);

/** A question in a customer's words and the article that must answer it. */
const querySchema = z.strictObject({
  q: question.describe('The question as customers type it, mistakes and all.'),
  id: articleId.describe('Id of the article that must answer it.'),
  example: z
    .boolean()
    .optional()
    .describe('Whether an empty search box shows it as an example; the first four of a language are shown.'),
  rank: z.int().min(1).max(10).default(1).describe('The worst place that still counts as found; 1 unless said.'),
});

/**
 * content/queries.yaml: per locale, questions with the articles that must answer them, and under
 * `unanswerable`, per locale, questions that no article answers.
 */
export const queriesSchema = z
  .object({
    unanswerable: z
      .record(z.string(), z.array(question))
      .default({})
      .describe('Per locale, questions that the search should say it has no answer to.'),
  })
  .catchall(z.array(querySchema).describe('Questions of one locale, such as { q: where is my refund, id: refunds }.'))
  .transform(({ unanswerable, ...answered }) => ({ answered: answered as Record<string, Query[]>, unanswerable }));

export type Query = z.infer<typeof querySchema>;
export type Queries = z.infer<typeof queriesSchema>;

/** A list to glance at, not to read. */
const MOST_EXAMPLES = 4;

/** Questions that empty search boxes show, by locale. */
export function exampleQuestions({ answered }: Queries): Record<string, string[]> {
  const shown = (queries: readonly Query[]) => queries.flatMap(({ q, example }) => (example ? [q] : []));
  return Object.fromEntries(
    Object.entries(answered).map(([locale, queries]) => [locale, shown(queries).slice(0, MOST_EXAMPLES)]),
  );
}
