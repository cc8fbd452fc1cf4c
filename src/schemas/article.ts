import { z } from 'zod';

/** A permanent id: one segment of an address, the same for all translations of an article. */
export const articleId = z
  .union([z.string(), z.int().nonnegative()])
  .transform(String)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64'));

/** A calendar day: YAML gives a Date for 2026-05-01 and a string for "2026-05-01". */
export const day = z
  .union([z.date(), z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-05-01')])
  .refine((value) => typeof value !== 'string' || exists(value), 'a day that exists, such as 2026-05-01')
  .transform((value) => (typeof value === 'string' ? new Date(`${value}T00:00:00Z`) : value));

/** JavaScript reads 2026-02-31 as 3 March without a word. */
function exists(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * An address that an article or a category had in an earlier help center: a path from the root of its host,
 * not percent-encoded, such as `/hc/en-us/articles/360001-Change-your-password`.
 */
export const oldAddress = z
  .string()
  .regex(/^\/(?!\/)[^\s?#\\]*$/, 'a path such as /hc/en-us/articles/360001-Change-your-password')
  .refine((path) => !path.split('/').some((part) => part === '..' || part === '.'), 'a path without . and .. as segments');

/** The front matter of an article. */
export const articleSchema = z.strictObject({
  title: z.string().trim().min(1).max(200).describe('The customer’s task, question or exact error message.'),
  id: articleId.describe('Short and permanent; translations share it; links by id never break.'),
  description: z.string().trim().min(1).max(300).describe('One sentence that answers; shown in lists and by search engines.'),
  updated: day.optional().describe('The day the content last changed, as readers are told.'),
  related: z.array(articleId).default([]).describe('Ids of related articles; computed from meaning when left out.'),
  keywords: z.array(z.string().min(1)).default([]).describe('Words customers use that the text does not; found by search, not shown.'),
  draft: z.boolean().default(false).describe('True keeps the article out of the built site.'),
  section: z.string().trim().min(1).optional().describe('The heading under which the category page lists the article.'),
  aliases: z.array(oldAddress).default([]).describe('Old addresses of this article; each leads to it, without JavaScript.'),
  unlisted: z.boolean().default(false).describe('True builds the page but keeps it out of lists, search, feeds and the sitemap.'),
});

export type ArticleFrontMatter = z.infer<typeof articleSchema>;
