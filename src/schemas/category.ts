import { z } from 'zod';
import { aliasPath } from './article.ts';
import { line } from './line.ts';

/** _category.yaml beside the articles of a category. */
export const categorySchema = z.strictObject({
  title: line.describe('The name of the category.'),
  description: line.describe('One sentence that says what is found here.'),
  order: z.number().default(100).describe('Place among the categories, smallest first; equal ones by title.'),
  icon: z
    .string()
    .optional()
    .describe(
      'The name of an icon of Lucide (https://lucide.dev/icons), such as credit-card. Left out, the first letter of the title stands in its place.',
    ),
  sections: z
    .array(line)
    .default([])
    .describe('The headings of the category page in their order, as articles name them in section; then the others.'),
  guide: z
    .boolean()
    .default(false)
    .describe('True where the articles are read one after the other: each leads to the one before and the one after.'),
  aliases: z
    .array(aliasPath)
    .default([])
    .describe('Old addresses of this category; each leads to it, without JavaScript.'),
});

export type CategoryFields = z.infer<typeof categorySchema>;
