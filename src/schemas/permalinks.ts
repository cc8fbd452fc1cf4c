import { z } from 'zod';
import { articleId } from './article.ts';

const link = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}(#.+)?$/, 'an id, or an id and a section such as refunds#how-long-it-takes');

/** content/permalinks.yaml: every id and section that was ever published under /a/, and where those that are gone lead now. */
export const permalinksSchema = z.strictObject({
  articles: z
    .record(articleId, z.record(z.string(), z.array(z.string().min(1))))
    .default({})
    .describe('By id and locale: the sections that links may name. Written by npm run permalinks.'),
  moved: z
    .record(link, z.union([z.literal('retired'), link]))
    .default({})
    .describe('What a former id or section leads to now: another id or section, or retired.'),
});

export type Permalinks = z.infer<typeof permalinksSchema>;
