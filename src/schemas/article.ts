import { z } from 'zod';
import { day } from './day.ts';
import { line } from './line.ts';
import { publishingFields } from './publishing.ts';

/** A permanent id: one segment of an address, the same for all translations of an article. */
export const articleId = z
  .union([z.string(), z.int().nonnegative()])
  .transform(String)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64'));

/**
 * An address that an article or a category had in an earlier help center: a path from the root of its host, such as
 * `/hc/en-us/articles/360001-Change-your-password`. It need not be percent-encoded, but for spaces, `?`, `#` and a backslash.
 */
export const aliasPath = z
  .string()
  .regex(/^\/(?!\/)[^\s?#\\\p{Cc}\p{Cs}]*$/u, 'a path such as /hc/en-us/articles/360001-Change-your-password')
  .refine(
    (path) => !path.split('/').some((part) => part === '..' || part === '.'),
    'a path without . and .. as segments',
  );

/** The front matter of an article. */
export const articleSchema = z.strictObject({
  title: line.max(200).describe('The customer’s task, question or exact error message.'),
  id: articleId.describe('Short and permanent; translations share it; links by id never break.'),
  description: line.max(300).describe('One sentence that answers; shown in lists and by search engines.'),
  updated: day.optional().describe('The day the content last changed, as readers are told.'),
  related: z.array(articleId).default([]).describe('Ids of related articles; computed from meaning when left out.'),
  keywords: z
    .array(line)
    .default([])
    .describe('Words customers use that the text does not; found by search, not shown.'),
  section: line.optional().describe('The heading under which the category page lists the article.'),
  order: z
    .number()
    .optional()
    .describe(
      'Place among the articles of its category, smallest first; then the others, by title. A translation takes that of the default language.',
    ),
  aliases: z
    .array(aliasPath)
    .default([])
    .describe('Old addresses of this article; each leads to it, without JavaScript.'),
  ...publishingFields,
  owner: line.optional().describe('Who answers for the article: a person or a team. Not shown to customers.'),
  review_by: day
    .optional()
    .describe('The day by which the owner reads the article again; the check reminds from then on.'),
  source_hash: z
    .string()
    .regex(/^[0-9a-f]{6}( [0-9a-f]{6})+$/, 'fingerprints as npm run translations -- --accept writes them')
    .optional()
    .describe(
      'In a translation: fingerprints of the paragraphs it was made from, by which the check finds what changed since.',
    ),
});

export type ArticleFrontMatter = z.infer<typeof articleSchema>;
