import { z } from 'zod';
import { articleId } from './article.ts';
import { moment } from './day.ts';
import { line } from './line.ts';

const pinSchema = z
  .strictObject({
    article: articleId.describe('Id of the article that must come first.'),
    section: line
      .optional()
      .describe('The part of the article’s address behind #, such as how-long-it-takes; its opening when left out.'),
    questions: z
      .array(line.max(400))
      .max(50)
      .default([])
      .describe('Questions that it must answer, in customers’ words; others that mean the same are matched, too.'),
    words: z
      .array(line.max(100))
      .max(50)
      .default([])
      .describe('Words or phrases: a question that says all words of one of them is matched, whatever else it says.'),
    from: moment
      .optional()
      .describe('The day, or the day and time in the site’s time zone, from which it holds; at once when left out.'),
    until: moment
      .optional()
      .describe('The last day on which it holds, or the day and time at which it ends; never when left out.'),
  })
  .refine(({ questions, words }) => questions.length + words.length > 0, 'questions, words or both');

/** content/pins.yaml: per locale, questions and words with the article that must come first. */
export const pinsSchema = z.record(
  z.string(),
  z
    .array(pinSchema)
    .max(200)
    .describe('Pinned answers of one locale, such as { article: refunds, questions: [where is my money] }.'),
);

export type Pin = z.infer<typeof pinSchema>;
export type Pins = z.infer<typeof pinsSchema>;
