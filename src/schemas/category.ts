import { z } from 'zod';
import { aliasPath } from './article.ts';
import { line } from './line.ts';

/** _category.yaml beside the articles of a category. */
export const categorySchema = z.strictObject({
  title: line.describe('The name of the category.'),
  description: line.describe('One sentence that says what is found here.'),
  order: z
    .number()
    .optional()
    .describe(
      'Place among the categories, smallest first, 100 when left out; equal ones by title. A translation takes that of the default language.',
    ),
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
    .optional()
    .describe(
      'True where the articles are read one after the other: each leads to the one before and the one after. A translation takes that of the default language.',
    ),
  aliases: z
    .array(aliasPath)
    .default([])
    .describe('Old addresses of this category; each leads to it, without JavaScript.'),
});

/** The order of a category without one. */
export const NO_ORDER = 100;

export type CategoryFields = z.infer<typeof categorySchema>;
